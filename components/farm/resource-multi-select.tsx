'use client';

import { MultiSelect } from '@mantine/core';
import { type Names, nameOfId } from '@/lib/farm/names';
import { type CostChoice, MAX_CHOSEN } from '@/lib/farm/plan/asked-costs';
import type { Fleet, Queue } from '@/lib/farm/session-statistics';
import classes from './resource-select.module.css';

export type ResourceSelectProps = {
  choice: CostChoice;
  queues: readonly Queue[];
  fleets: readonly Fleet[];
  names: Names;
  onChange(change: Pick<CostChoice, 'queueIds' | 'fleetIds'>): void;
};

/** Some queues or some fleets: choosing one kind clears the other. */
export function ResourceMultiSelect({
  choice,
  queues,
  fleets,
  names,
  onChange,
  opened,
}: ResourceSelectProps & { opened: boolean }) {
  const queueIds = choice.queueIds ?? [];
  const fleetIds = queueIds.length > 0 ? [] : (choice.fleetIds ?? []);
  const isFleet = (id: string) => id.startsWith('fleet-');
  const chosen = [...queueIds, ...fleetIds];

  const unknown = chosen.filter(
    (id) => !queues.some(({ queueId }) => queueId === id) && !fleets.some(({ fleetId }) => fleetId === id),
  );
  const option = (id: string) => ({ value: id, label: nameOfId(id, names) });
  const data = [
    {
      group: 'Queues',
      items: queues.map(({ queueId }) => option(queueId)),
    },
    {
      group: 'Fleets',
      items: fleets.map(({ fleetId }) => option(fleetId)),
    },
    { group: 'Not in this farm', items: unknown.map(option) },
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
      placeholder={chosen.length > 0 ? undefined : 'All queues'}
      data={data}
      value={chosen}
      onChange={choose}
      maxValues={MAX_CHOSEN}
      searchable
      defaultDropdownOpened={opened}
      autoFocus={opened}
      clearable
      nothingFoundMessage="No queue or fleet with that name"
      hidePickedOptions
      maxDropdownHeight={320}
      scrollAreaProps={{ type: 'always' }}
    />
  );
}
