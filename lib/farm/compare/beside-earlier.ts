import type { RowGroups } from '../rows/group-rows';
import type { GroupTotals } from '../rows/group-totals';

/** Groups of rows with their totals. */
export type Grouped = { groups: RowGroups; totals: GroupTotals };

/** Groups of a range with the totals of the same groups in an earlier one, and the groups that only the earlier one has after them. */
export type BesideEarlier = Grouped & { earlier: GroupTotals };

/** Puts the totals of two ranges side by side, group by group. A group that a range lacks has totals of zero in it. */
export function besideEarlier(now: Grouped, before: Grouped): BesideEarlier {
  const numbers = new Map(now.groups.ids.map((ids, group) => [JSON.stringify(ids), group]));
  const gone: (readonly string[])[] = [];
  const place = before.groups.ids.map((ids) => {
    const known = numbers.get(JSON.stringify(ids));
    return known ?? now.groups.ids.length + gone.push(ids) - 1;
  });
  const count = now.groups.ids.length + gone.length;
  const own = Array.from(now.groups.ids.keys());
  return {
    groups: { group: now.groups.group, ids: [...now.groups.ids, ...gone] },
    totals: placed(now.totals, own, count),
    earlier: placed(before.totals, place, count),
  };
}

/** Totals in other places, of `count`. */
function placed(
  { costUsd, runtimeSeconds, records, compute }: GroupTotals,
  place: readonly number[],
  count: number,
): GroupTotals {
  const column = (values: Float64Array) => {
    const into = new Float64Array(count);
    for (const [group, value] of values.entries()) into[place[group] ?? 0] = value;
    return into;
  };
  return {
    costUsd: column(costUsd),
    runtimeSeconds: column(runtimeSeconds),
    records: column(records),
    compute: compute && {
      costUsd: column(compute.costUsd),
      runtimeSeconds: column(compute.runtimeSeconds),
    },
  };
}
