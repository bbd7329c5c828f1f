'use client';

import { Input, MultiSelect, SegmentedControl, Select } from '@mantine/core';
import { useId } from 'react';
import { MOST_RESOURCES, type StatisticsChoice } from '@/lib/farm/ask';
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
import { GROUP_KEY_WORDS, PERIOD_WORDS, STATISTIC_WORDS } from '@/lib/farm/words';
import classes from './farm.module.css';

/** Everything that the toolbar sets and the URL holds beside the range. */
export type FarmChoice = StatisticsChoice & { statistic: Statistic };

type FarmToolbarProps = {
  choice: FarmChoice;
  /** The period that `Auto` means for the range. */
  autoPeriod: AggregationPeriod;
  queues: readonly Queue[];
  fleets: readonly Fleet[];
  onChange(change: Partial<FarmChoice>): void;
};

const AUTO = 'AUTO';
const NOTHING = 'NOTHING';

const keyOptions = GROUP_KEYS.map((value) => ({ value, label: GROUP_KEY_WORDS[value] }));

/** How the statistics are grouped and added up, and over which queues or fleets. */
export function FarmToolbar({ choice, autoPeriod, queues, fleets, onChange }: FarmToolbarProps) {
  const statisticLabel = useId();
  const [first = 'QUEUE_ID', second] = choice.groupBy;
  const group = (...keys: (GroupKey | undefined)[]) =>
    onChange({ groupBy: [...new Set(keys.filter((key) => key !== undefined))] });
  const periods = AGGREGATION_PERIODS.map((value) => ({ value, label: PERIOD_WORDS[value] }));

  return (
    <div className={classes.toolbar} role="toolbar" aria-label="Statistics">
      <Select
        size="xs"
        w={136}
        label="Group by"
        allowDeselect={false}
        data={keyOptions}
        value={first}
        onChange={(key) => key && group(key, second)}
      />
      <Select
        size="xs"
        w={136}
        label="Then by"
        allowDeselect={false}
        data={[{ value: NOTHING, label: 'Nothing' }, ...keyOptions.filter(({ value }) => value !== first)]}
        value={second ?? NOTHING}
        onChange={(key) =>
          group(
            first,
            GROUP_KEYS.find((known) => known === key),
          )
        }
      />
      <Input.Wrapper size="xs" label="Statistic" labelElement="div" labelProps={{ id: statisticLabel }}>
        <SegmentedControl
          size="xs"
          display="flex"
          aria-labelledby={statisticLabel}
          data={STATISTICS.map((value) => ({ value, label: STATISTIC_WORDS[value] }))}
          value={choice.statistic}
          onChange={(statistic) => onChange({ statistic })}
        />
      </Input.Wrapper>
      <Select
        size="xs"
        w={136}
        label="Period"
        allowDeselect={false}
        data={[{ value: AUTO, label: `Auto (${PERIOD_WORDS[autoPeriod].toLowerCase()})` }, ...periods]}
        value={choice.period ?? AUTO}
        onChange={(period) => onChange({ period: AGGREGATION_PERIODS.find((known) => known === period) })}
      />
      <ResourceSelect {...{ choice, queues, fleets, onChange }} />
    </div>
  );
}

type ResourceSelectProps = Pick<FarmToolbarProps, 'choice' | 'queues' | 'fleets' | 'onChange'>;

/** Up to ten queues or up to ten fleets: choosing one kind lets go of the other. */
function ResourceSelect({ choice, queues, fleets, onChange }: ResourceSelectProps) {
  const queueIds = choice.queueIds ?? [];
  const fleetIds = queueIds.length > 0 ? [] : (choice.fleetIds ?? []);
  const isFleet = (id: string) => id.startsWith('fleet-');
  const chosen = [...queueIds, ...fleetIds];

  const unknown = chosen.filter(
    (id) => !queues.some(({ queueId }) => queueId === id) && !fleets.some(({ fleetId }) => fleetId === id),
  );
  const data = [
    {
      group: 'Queues',
      items: queues.map(({ queueId, displayName }) => ({ value: queueId, label: displayName })),
    },
    {
      group: 'Fleets',
      items: fleets.map(({ fleetId, displayName }) => ({ value: fleetId, label: displayName })),
    },
    { group: 'Not in this farm', items: unknown.map((id) => ({ value: id, label: id })) },
  ].filter(({ items }) => items.length > 0);

  const choose = (ids: string[]) => {
    const newest = ids.find((id) => !chosen.includes(id)) ?? ids[0];
    const kind = ids.filter((id) => newest !== undefined && isFleet(id) === isFleet(newest));
    const ofFleets = newest !== undefined && isFleet(newest);
    onChange(ofFleets ? { queueIds: [], fleetIds: kind } : { queueIds: kind, fleetIds: [] });
  };
  return (
    <MultiSelect
      className={classes.resources}
      size="xs"
      label="Queues or fleets"
      placeholder={chosen.length > 0 ? undefined : 'All queues; choose queues or fleets'}
      data={data}
      value={chosen}
      onChange={choose}
      maxValues={MOST_RESOURCES}
      searchable
      clearable
      nothingFoundMessage="No queue or fleet of that name"
      hidePickedOptions
      maxDropdownHeight={320}
      scrollAreaProps={{ type: 'always' }}
    />
  );
}
