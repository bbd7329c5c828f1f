'use client';

import { Button, Popover, SegmentedControl, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import {
  COLOUR_MODES,
  type ColourMode,
  MAX_PREFIX_LENGTH,
  MAX_PREFIXES,
} from '@/lib/profile/graph/frame-groups';
import type { ChangeSettings, ProfileSettings } from './profile-settings';
import { isTemplate, MAX_TEMPLATE_LENGTH } from './source-link';
import { useSourceTemplate } from './use-source-template';

type DisplayOptionsProps = { group: string; settings: ProfileSettings; onChange: ChangeSettings };

const COLOUR_LABELS: Record<ColourMode, string> = {
  package: 'Package',
  mine: 'My code',
  state: 'Thread state',
};

/** Display options of the graph: colours, root, order of frames, recursion and links to sources. */
export function DisplayOptions({ group, settings, onChange }: DisplayOptionsProps) {
  return (
    <Popover position="bottom-start" shadow="md" width={300} trapFocus returnFocus hideDetached={false}>
      <Popover.Target>
        <Button
          size="xs"
          px={8}
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
        >
          Display
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <Stack gap="sm">
          <Choice label="Colours">
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label="Colours"
              value={settings.colours}
              onChange={(colours) => onChange({ colours })}
              data={COLOUR_MODES.map((value) => ({ value, label: COLOUR_LABELS[value] }))}
            />
          </Choice>
          {settings.colours === 'mine' && (
            <PrefixInput mine={settings.mine} onChange={(mine) => onChange({ mine }, 'replace')} />
          )}
          <Choice label="Root">
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label="Root"
              value={settings.root}
              onChange={(root) => onChange({ root })}
              data={[
                { value: 'top', label: 'On top (icicle)' },
                { value: 'bottom', label: 'At the bottom (flame)' },
              ]}
            />
          </Choice>
          <Choice label="Order of frames">
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label="Order of frames"
              value={settings.siblings}
              onChange={(siblings) => onChange({ siblings })}
              data={[
                { value: 'name', label: 'By name' },
                { value: 'weight', label: 'By weight' },
              ]}
            />
          </Choice>
          <Switch
            size="xs"
            label="Direct recursion as one frame"
            checked={settings.recursion === 'folded'}
            onChange={(event) =>
              onChange({ recursion: event.currentTarget.checked ? 'folded' : null, focus: '' })
            }
          />
          <SourceInput group={group} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

const Choice = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <Text size="xs" c="dimmed" mb={4} aria-hidden>
      {label}
    </Text>
    {children}
  </div>
);

type PrefixInputProps = { mine: readonly string[]; onChange(mine: string[]): void };

/** Prefixes separated by commas. They apply while typing. */
function PrefixInput({ mine, onChange }: PrefixInputProps) {
  const [text, setText] = useState(mine.join(', '));
  return (
    <TextInput
      size="xs"
      label="Names of my code start with"
      placeholder="com.example., app."
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const prefixes = event.currentTarget.value.split(',').map((prefix) => prefix.trim());
        const wanted = prefixes.filter((prefix) => prefix !== '').slice(0, MAX_PREFIXES);
        onChange(wanted.map((prefix) => prefix.slice(0, MAX_PREFIX_LENGTH)));
      }}
    />
  );
}

/** Template of links to a group's sources. It stays in this browser, because the address may be private. */
function SourceInput({ group }: { group: string }) {
  const [template, setTemplate] = useSourceTemplate(group);
  const [text, setText] = useState<string>();
  const shown = text ?? template;
  const isWrong = shown !== '' && !isTemplate(shown);
  return (
    <TextInput
      size="xs"
      label="Link to sources"
      description="Stored in this browser, for this group"
      placeholder="https://…/{file}#L{line}"
      maxLength={MAX_TEMPLATE_LENGTH}
      value={shown}
      error={isWrong && 'Enter an https address with {file}, and optionally {line}'}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        if (next === '' || isTemplate(next)) setTemplate(next);
      }}
    />
  );
}
