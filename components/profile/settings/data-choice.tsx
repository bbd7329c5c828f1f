'use client';

import { Button, Checkbox, Group, Popover, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { StateSamples } from '@/lib/profile/tree/states';
import {
  defaultPreset,
  formatStateChoice,
  STATE_PRESETS,
  type StateChoice,
  type StatePreset,
  sortStates,
} from '@/lib/profile/tree/states';
import { formatCount, formatShare } from '../frame-text/format-samples';
import { HintedChoices } from './hinted-choices';
import { STATE_HINTS } from './hints';

type DataChoiceProps = {
  /** Null is the default. */
  data: StateChoice | null;
  occurring: readonly StateSamples[];
  onChange(data: StateChoice | null): void;
};

const LABELS: Record<StatePreset, string> = { cpu: 'CPU', latency: 'Latency', all: 'All' };

/** None of the three sets is selected. */
const NONE = '';

const NO_STATES: readonly string[] = [];

/** Longer names of states are cut in the button. */
const MAX_LABEL_LENGTH = 20;

/** A single state by its name, several by their number. */
function customLabel(chosen: StateChoice | typeof NONE): string {
  if (typeof chosen === 'string') return 'Custom';
  const [state = '', ...others] = chosen;
  if (others.length > 0) return `Custom: ${chosen.length} states`;
  return state.length > MAX_LABEL_LENGTH ? `${state.slice(0, MAX_LABEL_LENGTH)}…` : state;
}

/** Selects the thread states to sum: one of three sets, or any states of the profile. */
export function DataChoiceControl({ data, occurring, onChange }: DataChoiceProps) {
  const states = sortStates(occurring.filter(({ samples }) => samples > 0).map(({ state }) => state));
  // The default depends on the states of the profile.
  const chosen = data ?? (states.length > 0 ? defaultPreset(states) : NONE);
  return (
    <Group gap={4} wrap="nowrap">
      <HintedChoices hints={STATE_HINTS}>
        <SegmentedControl<StatePreset | typeof NONE>
          size="xs"
          aria-label="Data"
          value={typeof chosen === 'string' ? chosen : NONE}
          onChange={(choice) => choice !== NONE && onChange(choice)}
          data={STATE_PRESETS.map((value) => ({ value, label: LABELS[value] }))}
        />
      </HintedChoices>
      <Popover position="bottom-start" shadow="md" trapFocus returnFocus hideDetached={false}>
        <Popover.Target>
          <Button
            size="xs"
            px={8}
            variant={typeof chosen === 'string' ? 'default' : 'light'}
            rightSection={<IconChevronDown size={12} aria-hidden />}
            aria-label="Custom thread states"
          >
            {customLabel(chosen)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="sm">
          <StateBoxes
            chosen={chosen}
            occurring={occurring}
            states={states}
            onChange={(list) => onChange(list.length === 0 ? null : list)}
          />
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

type StateBoxesProps = {
  chosen: StateChoice | typeof NONE;
  occurring: readonly StateSamples[];
  states: readonly string[];
  onChange(states: string[]): void;
};

function StateBoxes({ chosen, occurring, states, onChange }: StateBoxesProps) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  // A list that became the preset stays ticked while the boxes are open.
  const boxes =
    typeof chosen !== 'string' ? chosen : formatStateChoice(ticked) === chosen ? ticked : NO_STATES;
  const all = occurring.reduce((sum, { samples }) => sum + samples, 0);
  // States in the link stay in the list even if the profile lacks them.
  const listed = [...states, ...boxes.filter((state) => !states.includes(state))];
  if (listed.length === 0) return <Text size="xs">This profile has no samples.</Text>;
  return (
    <Checkbox.Group
      value={[...boxes]}
      onChange={(list) => {
        setTicked(list);
        onChange(list);
      }}
      aria-label="Thread states"
    >
      <Stack gap={6}>
        <Text size="xs" c="dimmed">
          Share of all samples · samples
        </Text>
        {listed.map((state) => {
          const samples = occurring.find((other) => other.state === state)?.samples ?? 0;
          return (
            <Checkbox
              key={state}
              size="xs"
              value={state}
              label={
                <>
                  {state.slice(0, 60)}{' '}
                  <Text span size="xs" c="dimmed">
                    {formatShare(all > 0 ? samples / all : 0)} · {formatCount(samples)}
                  </Text>
                </>
              }
            />
          );
        })}
      </Stack>
    </Checkbox.Group>
  );
}
