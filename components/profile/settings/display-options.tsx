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
import { isTemplate, LONGEST_TEMPLATE } from './source-link';
import { useSourceTemplate } from './use-source-template';

type DisplayOptionsProps = { group: string; settings: ProfileSettings; onChange: ChangeSettings };

const COLOUR_WORDS: Record<ColourMode, string> = {
  package: 'Package',
  mine: 'My code',
  state: 'Thread state',
};

/** How the graph is drawn: colours, where the root is, order of frames, recursion; and where sources are. */
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
              data={COLOUR_MODES.map((value) => ({ value, label: COLOUR_WORDS[value] }))}
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
          <Choice label="Frames beside each other">
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label="Frames beside each other"
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

/** Written with commas between; takes effect as it is written. */
function PrefixInput({ mine, onChange }: PrefixInputProps) {
  const [text, setText] = useState(mine.join(', '));
  return (
    <TextInput
      size="xs"
      label="Names of my code begin with"
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

/** Where the sources of a group are; kept by this browser, as an address may be nobody else's business. */
function SourceInput({ group }: { group: string }) {
  const [template, setTemplate] = useSourceTemplate(group);
  const [text, setText] = useState<string>();
  const written = text ?? template;
  const isWrong = written !== '' && !isTemplate(written);
  return (
    <TextInput
      size="xs"
      label="Link to sources"
      description="Kept in this browser, for this group"
      placeholder="https://…/{file}#L{line}"
      maxLength={LONGEST_TEMPLATE}
      value={written}
      error={isWrong && 'An https address with {file}, and {line} if you like'}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        if (next === '' || isTemplate(next)) setTemplate(next);
      }}
    />
  );
}
