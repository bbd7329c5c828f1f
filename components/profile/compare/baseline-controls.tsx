'use client';

import { Button, Group, Popover, SegmentedControl, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowsExchange, IconCalendarTime } from '@tabler/icons-react';
import { COMPARE_LABELS, CompareSelect } from '@/components/panel/compare-select';
import { RangeForm } from '@/components/range/range-form';
import { groupsOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import { COMPARISONS } from '@/lib/time/earlier-span';
import { absoluteRange, type RangeText, type Span } from '@/lib/time/range';
import type { CompareSettings } from '../settings/profile-settings';
import { baselineAt, baselineTime } from './baseline';
import classes from './baseline-controls.module.css';

type BaselineControlsProps = {
  group: string;
  settings: CompareSettings;
  onChange(change: Partial<CompareSettings>): void;
  /** Range of the baseline. */
  span: Span;
  now: number;
  zone: string;
  onSwap(): void;
};

const TIMES = [
  ...COMPARISONS.map((value) => ({ value, label: COMPARE_LABELS[value] })),
  { value: 'same' as const, label: 'The same time' },
];

/** Controls of a comparison: time and group of the baseline, the unit, and a button to swap the sides. */
export function BaselineControls(props: BaselineControlsProps) {
  const { group, settings, onChange, span, now, zone, onSwap } = props;
  const { data: groups } = useQuery(groupsOptions());
  const time = baselineTime(settings);
  const names = new Set([
    group,
    settings.baselineGroup || group,
    ...(groups?.data ?? []).map(({ name }) => name),
  ]);
  return (
    <Group gap="sm" mb="sm" role="toolbar" aria-label="Comparison settings">
      <CompareSelect
        label="Baseline’s time"
        choices={TIMES}
        value={time === 'range' ? null : time}
        onChange={(chosen) => onChange(baselineAt(chosen))}
      />
      <CustomRange
        isChosen={time === 'range'}
        text={
          time === 'range' ? { from: settings.baselineFrom, to: settings.baselineTo } : absoluteRange(span)
        }
        {...{ span, now, zone }}
        onApply={({ from, to }) =>
          onChange({ baseline: 'range', baselineFrom: from, baselineTo: to, baselineKept: '' })
        }
      />
      <Select
        size="xs"
        w={220}
        searchable
        allowDeselect={false}
        aria-label="Baseline’s profiling group"
        limit={100}
        data={[...names]}
        value={settings.baselineGroup || group}
        onChange={(name) =>
          onChange({ baselineGroup: name === group || name === null ? '' : name, baselineKept: '' })
        }
      />
      <SegmentedControl
        size="xs"
        aria-label="Unit"
        value={settings.unit}
        onChange={(unit) => onChange({ unit: unit as CompareSettings['unit'] })}
        data={[
          { value: 'share', label: 'Shares' },
          { value: 'samples', label: 'Samples' },
        ]}
      />
      {settings.baselineKept === '' && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowsExchange size={14} aria-hidden />}
          title="Swap baseline and comparison"
          onClick={onSwap}
        >
          Swap
        </Button>
      )}
    </Group>
  );
}

type CustomRangeProps = {
  isChosen: boolean;
  text: RangeText;
  span: Span;
  now: number;
  zone: string;
  onApply(range: RangeText): void;
};

function CustomRange({ isChosen, onApply, ...form }: CustomRangeProps) {
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      position="bottom-start"
      trapFocus
      returnFocus
      hideDetached={false}
      shadow="md"
    >
      <Popover.Target>
        <Button
          size="xs"
          variant={isChosen ? 'light' : 'default'}
          leftSection={<IconCalendarTime size={14} aria-hidden />}
          aria-pressed={isChosen}
          onClick={toggle}
        >
          Another time
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <div className={classes.rangeForm}>
          <RangeForm
            {...form}
            onApply={(range) => {
              close();
              onApply(range);
            }}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
