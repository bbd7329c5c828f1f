'use client';

import { Button, Popover, SegmentedControl, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { COLOUR_MODES, type ColourMode } from '@/lib/profile/graph/frame-fills';
import { MAX_PREFIX_LENGTH, MAX_PREFIXES } from '@/lib/profile/graph/own-code';
import type { ChangeSettings, ProfileSettings } from './profile-settings';
import { isTemplate, MAX_TEMPLATE_LENGTH } from './source-link';
import { useSourceTemplate } from './use-source-template';

type DisplayOptionsProps = { group: string; settings: ProfileSettings; onChange: ChangeSettings };

const COLOUR_LABELS: Record<ColourMode, string> = {
  package: 'Package',
  mine: 'My code',
  state: 'Thread state',
};

const COLOUR_OPTIONS = COLOUR_MODES.map((value) => ({ value, label: COLOUR_LABELS[value] }));

const ROOT_OPTIONS = [
  { value: 'top', label: 'On top (icicle)' },
  { value: 'bottom', label: 'At the bottom (flame)' },
] as const;

const SIBLINGS_OPTIONS = [
  { value: 'name', label: 'By name' },
  { value: 'weight', label: 'By weight' },
] as const;

/** Display options of the graph: colours, root, order of frames, folding and links to sources. */
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
          <Choice
            label="Colours"
            value={settings.colours}
            options={COLOUR_OPTIONS}
            onChange={(colours) => onChange({ colours })}
          />
          {settings.colours === 'mine' && (
            <PrefixInput mine={settings.mine} onChange={(mine) => onChange({ mine }, 'replace')} />
          )}
          <Choice
            label="Root"
            value={settings.root}
            options={ROOT_OPTIONS}
            onChange={(root) => onChange({ root })}
          />
          <Choice
            label="Order of frames"
            value={settings.siblings}
            options={SIBLINGS_OPTIONS}
            onChange={(siblings) => onChange({ siblings })}
          />
          <Switch
            size="xs"
            label="Fold direct recursion"
            checked={settings.recursion === 'folded'}
            onChange={(event) =>
              onChange({ recursion: event.currentTarget.checked ? 'folded' : null, focus: '' })
            }
          />
          <Switch
            size="xs"
            label="Fold runs of frames"
            description="Draws frames that only call the next one as one frame, in the overview and in comparisons"
            checked={settings.chains === 'folded'}
            onChange={(event) => onChange({ chains: event.currentTarget.checked ? 'folded' : null })}
          />
          <SourceInput group={group} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
};

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4} aria-hidden>
        {label}
      </Text>
      <SegmentedControl<Value>
        size="xs"
        fullWidth
        aria-label={label}
        value={value}
        onChange={onChange}
        data={[...options]}
      />
    </div>
  );
}

type PrefixInputProps = { mine: readonly string[]; onChange(mine: string[]): void };

/** Prefixes separated by commas. They apply while typing. */
function PrefixInput({ mine, onChange }: PrefixInputProps) {
  const [text, setText] = useState(mine.join(', '));
  return (
    <TextInput
      size="xs"
      label="My code starts with"
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
