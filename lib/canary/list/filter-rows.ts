import { compareNames } from '@/lib/answer/compare-names';
import type { HealthState } from '../health/canary-health';
import type { CanaryRow } from './canary-row';

export type CanaryListFilter = {
  /** A part of a name, group or tag, in any case. */
  search: string;
  state: HealthState | null;
  group: string | null;
  /** `team=accounts`, as `tagsOf` writes it. */
  tag: string | null;
};

/** The tags of a canary as texts: `team=accounts`, or the key alone. */
export const tagsOf = ({ canary }: Pick<CanaryRow, 'canary'>) =>
  Object.entries(canary.tags).map(([key, value]) => (value ? `${key}=${value}` : key));

/** The rows that match all parts of a filter. */
export function filterRows<Row extends CanaryRow>(rows: readonly Row[], filter: CanaryListFilter): Row[] {
  const wanted = filter.search.trim().toLowerCase();
  return rows.filter((row) => {
    if (filter.state !== null && row.status.state !== filter.state) return false;
    if (filter.group !== null && !row.groups.includes(filter.group)) return false;
    const tags = tagsOf(row);
    if (filter.tag !== null && !tags.includes(filter.tag)) return false;
    return [row.canary.name, ...row.groups, ...tags].some((text) => text.toLowerCase().includes(wanted));
  });
}

/** All tags of the rows, sorted. */
export const tagsOfRows = (rows: readonly CanaryRow[]) =>
  [...new Set(rows.flatMap(tagsOf))].sort(compareNames);
