'use client';

import { Loader, MultiSelect, Text } from '@mantine/core';
import { useMemo } from 'react';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { formatMoney } from '@/lib/farm/amounts';
import { MAX_FILTERS } from '@/lib/farm/filters/filter';
import { keyName } from '@/lib/farm/filters/filter-text';
import { fittingGroup, neededKeys } from '@/lib/farm/filters/needed-keys';
import { KEY_MEMBERS } from '@/lib/farm/key-members';
import { labelOf, type Names } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { type GroupSum, groupSums } from '@/lib/farm/rows/cost-table';
import type { GroupKey } from '@/lib/farm/session-statistics';
import { useCosts } from '../costs/use-costs';
import { useShownNames } from '../use-shown-names';
import classes from './path.module.css';
import type { PlaceNav } from './place-nav';

/** More options would be slow to draw; the search finds the others. */
const MAX_OPTIONS = 100;

export type FilterFormProps = { nav: PlaceNav; asked: AskedCosts; names: Names };

type FilterValuesProps = FilterFormProps & { by: GroupKey };

/** The values of a key in the range, the most expensive first, of which the chosen ones are kept. */
export function FilterValues({ by, nav: { place, go }, asked, names }: FilterValuesProps) {
  const others = useMemo(() => place.filters.filter(({ key }) => key !== by), [place.filters, by]);
  const own = useMemo(
    () => ({
      ...asked,
      query: { ...asked.query, keys: neededKeys([by], others) },
      ...{ groupBy: [by], filters: others },
    }),
    [asked, by, others],
  );
  const { shown, isOutdated, error, retry } = useCosts(own);
  const isReady = shown !== undefined && !isOutdated;
  const rows = useMemo(() => (shown && isReady ? groupSums(shown.table) : []), [shown, isReady]);
  const { names: shownNames } = useShownNames(asked.query.farmId, names, rows);
  const options = useMemo(() => {
    const costOf = ({ costUsd }: GroupSum) => costUsd.sum ?? 0;
    return [...rows]
      .sort((a, b) => costOf(b) - costOf(a))
      .map((row) => {
        const { id, name } = labelOf(row, by, shownNames);
        return { value: optionValue(id), label: name, cost: formatMoney(costOf(row)) };
      });
  }, [rows, by, shownNames]);
  const chosen = place.filters.filter(({ key }) => key === by).map(({ id }) => id);
  const known = new Set(options.map(({ value }) => value));
  const unknown = chosen
    .filter((id) => !known.has(optionValue(id)))
    .map((id) => ({
      value: optionValue(id),
      label: labelOf({ [KEY_MEMBERS[by]]: id }, by, shownNames).name,
      cost: '',
    }));
  const all = [...options, ...unknown];
  if (error) return <ProblemNotice error={error} onRetry={retry} />;
  return (
    <MultiSelect
      size="xs"
      label="Keep only"
      placeholder={isReady ? `Search ${options.length} ${keyName(by)}s` : 'Loading from AWS …'}
      data={all}
      value={chosen.map(optionValue)}
      onChange={(values) => {
        const filters = [...others, ...values.map((value) => ({ key: by, id: value.slice(1) }))];
        go({ ...place, filters, groupBy: fittingGroup(place.groupBy, filters) });
      }}
      maxValues={MAX_FILTERS - others.length}
      limit={MAX_OPTIONS}
      searchable
      disabled={!isReady}
      rightSection={isReady ? undefined : <Loader size={14} />}
      nothingFoundMessage={`No ${keyName(by)} with that name in this range`}
      comboboxProps={{ withinPortal: false }}
      renderOption={({ option }) => (
        <div className={classes.option}>
          <span>{option.label}</span>
          <Text span inherit c="dimmed">
            {all.find(({ value }) => value === option.value)?.cost}
          </Text>
        </div>
      )}
    />
  );
}

/** Controls take an empty value for none. */
const optionValue = (id: string) => `=${id}`;
