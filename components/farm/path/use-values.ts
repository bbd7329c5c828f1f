'use client';

import { useMemo } from 'react';
import { formatMoney } from '@/lib/farm/amounts';
import { filteredCosts } from '@/lib/farm/filters/filtered-costs';
import { labelOf, type Names } from '@/lib/farm/names';
import { askedBy } from '@/lib/farm/plan/asked-by';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { type GroupSum, groupSums } from '@/lib/farm/rows/cost-table';
import type { GroupKey } from '@/lib/farm/session-statistics';
import type { ShownCosts } from '../costs/costs-on-screen';
import { useSideCosts } from '../costs/use-side-costs';
import { useShownNames } from '../use-shown-names';

/** A value of a key, with its cost in the range as a text. */
export type ValueOption = { id: string; name: string; cost: string };

export type Values = {
  /** The most expensive first; undefined while loading. */
  options: ValueOption[] | undefined;
  names: Names;
  error: Error | null;
  retry(): void;
};

/** The values of a key within the filters by other keys. Asks AWS for them only if the rows on screen lack a key. */
export function useValues(
  by: GroupKey,
  asked: AskedCosts,
  shown: ShownCosts | undefined,
  pageNames: Names,
): Values {
  const own = useMemo(
    () =>
      askedBy(
        asked,
        by,
        asked.filters.filter(({ key }) => key !== by),
      ),
    [asked, by],
  );
  const isOnScreen =
    shown?.asked.query === asked.query && own.query.keys.every((key) => shown.answer.rows.keys.includes(key));
  const { costs, error, retry } = useSideCosts(isOnScreen ? undefined : own.query, true);
  const answer = isOnScreen ? shown.answer : costs;
  const rows = useMemo(
    () => answer && groupSums({ rows: filteredCosts(own, answer).rows, keys: [by] }),
    [answer, own, by],
  );
  const { names } = useShownNames(asked.query.farmId, pageNames, rows);
  const options = useMemo(() => rows && optionsOf(rows, by, names), [rows, by, names]);
  return { options, names, error, retry };
}

function optionsOf(rows: readonly GroupSum[], by: GroupKey, names: Names): ValueOption[] {
  const costOf = ({ costUsd }: GroupSum) => costUsd.sum ?? 0;
  return [...rows]
    .sort((a, b) => costOf(b) - costOf(a))
    .map((row) => {
      const { id, name } = labelOf(row, by, names);
      return { id, name, cost: formatMoney(costOf(row)) };
    });
}
