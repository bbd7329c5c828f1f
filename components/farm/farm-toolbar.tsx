'use client';

import { Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { LazySelect } from '@/components/panel/lazy-select';
import { secondKeyText } from '@/lib/farm/filters/filter-text';
import { fittingGroup, possibleKeys } from '@/lib/farm/filters/needed-keys';
import { GROUP_KEY_LABELS, PERIOD_LABELS, STATISTIC_LABELS } from '@/lib/farm/labels';
import type { Names } from '@/lib/farm/names';
import type { CostChoice } from '@/lib/farm/plan/asked-costs';
import {
  AGGREGATION_PERIODS,
  type AggregationPeriod,
  type Fleet,
  GROUP_KEYS,
  type GroupKey,
  type Queue,
  STATISTICS,
  type Statistic,
} from '@/lib/farm/session-statistics';
import classes from './farm-toolbar.module.css';
import { ResourceChoice } from './resource-choice';
import { useOfferedKeys } from './use-users';

/** Everything that the toolbar sets. The URL has it besides the range. */
export type FarmChoice = CostChoice & { statistic: Statistic };

type FarmToolbarProps = {
  choice: FarmChoice;
  /** The period of `Auto` for the range. */
  autoPeriod: AggregationPeriod;
  queues: readonly Queue[];
  fleets: readonly Fleet[];
  names: Names;
  onChange(change: Partial<FarmChoice>): void;
};

const AUTO = 'AUTO';
const NOTHING = 'NOTHING';
const LIMIT = 'LIMIT';

/** The keys to choose from, and the chosen one, which a link may have that the viewer may not choose. */
const optionsOf = (keys: readonly GroupKey[], chosen: GroupKey | undefined) => [
  ...keys.map((value) => ({ value, label: GROUP_KEY_LABELS[value] })),
  ...(chosen === undefined || keys.includes(chosen)
    ? []
    : [{ value: chosen, label: GROUP_KEY_LABELS[chosen], disabled: true }]),
];

/** Grouping, as far as AWS can answer it with the filters, statistic, period, and queues or fleets. */
export function FarmToolbar({ choice, autoPeriod, queues, fleets, names, onChange }: FarmToolbarProps) {
  const statisticLabel = useId();
  const [first = 'QUEUE_ID', second] = choice.groupBy;
  const { filters = [] } = choice;
  const possible = possibleKeys(filters, first);
  const firstKeys = useOfferedKeys(possibleKeys(filters));
  const secondKeys = useOfferedKeys(possible);
  const limit = possible.length < GROUP_KEYS.length - 1 ? secondKeyText(filters) : undefined;
  const group = (...keys: (GroupKey | undefined)[]) => {
    const groupBy = [...new Set(keys.filter((key) => key !== undefined))];
    onChange({ groupBy: fittingGroup(groupBy, filters) });
  };
  const periods = AGGREGATION_PERIODS.map((value) => ({ value, label: PERIOD_LABELS[value] }));

  return (
    <div className={classes.toolbar} role="toolbar" aria-label="Statistics">
      <LazySelect
        size="xs"
        className={classes.choice}
        label="Group by"
        allowDeselect={false}
        data={optionsOf(firstKeys, first)}
        value={first}
        onChange={(key) => key && group(key, second)}
      />
      <LazySelect
        size="xs"
        className={classes.choice}
        label="Then by"
        allowDeselect={false}
        data={[
          { value: NOTHING, label: 'Nothing' },
          ...optionsOf(secondKeys, second),
          ...(limit ? [{ value: LIMIT, label: limit, disabled: true }] : []),
        ]}
        value={second ?? NOTHING}
        onChange={(key) =>
          group(
            first,
            GROUP_KEYS.find((known) => known === key),
          )
        }
      />
      <Input.Wrapper
        className={classes.statistic}
        size="xs"
        label="Statistic"
        labelElement="div"
        labelProps={{ id: statisticLabel }}
      >
        <SegmentedControl
          size="xs"
          display="flex"
          aria-labelledby={statisticLabel}
          data={STATISTICS.map((value) => ({ value, label: STATISTIC_LABELS[value] }))}
          value={choice.statistic}
          onChange={(statistic) => onChange({ statistic })}
        />
      </Input.Wrapper>
      <LazySelect
        size="xs"
        className={classes.choice}
        label="Period"
        allowDeselect={false}
        data={[{ value: AUTO, label: `Auto (${PERIOD_LABELS[autoPeriod].toLowerCase()})` }, ...periods]}
        value={choice.period ?? AUTO}
        onChange={(period) => onChange({ period: AGGREGATION_PERIODS.find((known) => known === period) })}
      />
      <ResourceChoice {...{ choice, queues, fleets, names, onChange }} />
    </div>
  );
}
