'use client';

import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { filterKeys } from '@/lib/farm/filters/filter';
import { limitText } from '@/lib/farm/filters/filter-text';
import { possibleKeys } from '@/lib/farm/filters/needed-keys';
import type { Place } from '@/lib/farm/filters/place';
import { GROUP_KEY_LABELS } from '@/lib/farm/labels';
import type { GroupKey } from '@/lib/farm/session-statistics';
import { useOfferedKeys } from '../use-users';
import { type FilterFormProps, FilterValues } from './filter-values';

/** Chooses a key and the values of it to keep. */
export function FilterForm(props: FilterFormProps) {
  const { filters, groupBy } = props.nav.place;
  const keys = useOfferedKeys(offeredKeys(props.nav.place));
  const [chosen, setChosen] = useState<GroupKey>();
  // The rows on screen have the keys of the filters and of the grouping.
  const usual: (GroupKey | undefined)[] = [chosen, filterKeys(filters).at(-1), ...groupBy, 'USER_ID'];
  const key = usual.find((one) => one !== undefined && keys.includes(one)) ?? keys[0];
  const limit = limitText(filters);
  return (
    <Stack gap="xs">
      <Select
        size="xs"
        label="Filter by"
        allowDeselect={false}
        data={keys.map((value) => ({ value, label: GROUP_KEY_LABELS[value] }))}
        value={key ?? null}
        onChange={(value) => setChosen(keys.find((one) => one === value))}
        comboboxProps={{ withinPortal: false }}
      />
      {key && <FilterValues key={key} {...props} by={key} />}
      {limit && (
        <Text size="xs" c="dimmed">
          {limit}
        </Text>
      )}
    </Stack>
  );
}

/** The keys to filter by that AWS can answer. Queues and fleets have their own controls; fleets of chosen queues do not. */
const offeredKeys = ({ filters, queueIds, fleetIds }: Place): GroupKey[] =>
  possibleKeys(filters).filter(
    (key) =>
      filterKeys(filters).includes(key) ||
      (!(key === 'QUEUE_ID' && fleetIds.length === 0) && !(key === 'FLEET_ID' && queueIds.length === 0)),
  );
