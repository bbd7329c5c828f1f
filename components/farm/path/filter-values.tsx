'use client';

import { Loader, MultiSelect, Text } from '@mantine/core';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { counted } from '@/lib/answer/counted';
import { filterIds, MAX_FILTERS } from '@/lib/farm/filters/filter';
import { keyName } from '@/lib/farm/filters/filter-text';
import { fittingGroup } from '@/lib/farm/filters/needed-keys';
import { KEY_MEMBERS } from '@/lib/farm/key-members';
import { labelOf, type Names } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { GroupKey } from '@/lib/farm/session-statistics';
import type { ShownCosts } from '../costs/costs-on-screen';
import classes from './path.module.css';
import type { PlaceNav } from './place-nav';
import { useValues } from './use-values';

/** More options would be slow to draw; the search finds the others. */
const MAX_OPTIONS = 100;

export type FilterFormProps = {
  nav: PlaceNav;
  asked: AskedCosts;
  shown: ShownCosts | undefined;
  names: Names;
};

type FilterValuesProps = FilterFormProps & { by: GroupKey };

/** Chooses the values of a key to keep, the most expensive first. */
export function FilterValues({ by, nav: { place, go }, asked, shown, names: pageNames }: FilterValuesProps) {
  const { options, names, error, retry } = useValues(by, asked, shown, pageNames);
  const others = place.filters.filter(({ key }) => key !== by);
  const chosen = filterIds(place.filters, by);
  const known = new Set(options?.map(({ id }) => id));
  const unknown = chosen
    .filter((id) => !known.has(id))
    .map((id) => ({ id, name: labelOf({ [KEY_MEMBERS[by]]: id }, by, names).name, cost: '' }));
  const all = [...(options ?? []), ...unknown];
  const costs = new Map(all.map(({ id, cost }) => [optionValue(id), cost]));
  if (error) return <ProblemNotice error={error} onRetry={retry} />;
  return (
    <MultiSelect
      size="xs"
      label="Keep only"
      placeholder={options ? `Search ${counted(options.length, keyName(by))}` : 'Loading from AWS …'}
      data={all.map(({ id, name }) => ({ value: optionValue(id), label: name }))}
      value={chosen.map(optionValue)}
      onChange={(values) => {
        const filters = [...others, ...values.map((value) => ({ key: by, id: value.slice(1) }))];
        go({ ...place, filters, groupBy: fittingGroup(place.groupBy, filters) });
      }}
      maxValues={MAX_FILTERS - others.length}
      limit={MAX_OPTIONS}
      searchable
      disabled={!options}
      rightSection={options ? undefined : <Loader size={14} />}
      nothingFoundMessage={`No ${keyName(by)} with that name in this range`}
      comboboxProps={{ withinPortal: false }}
      renderOption={({ option }) => (
        <div className={classes.option}>
          <span>{option.label}</span>
          <Text span inherit c="dimmed">
            {costs.get(option.value)}
          </Text>
        </div>
      )}
    />
  );
}

/** Controls take an empty value for none. */
const optionValue = (id: string) => `=${id}`;
