import type { Answer } from '@/lib/answer/answer';
import { compareNames } from '@/lib/answer/compare-names';
import { compareFigures } from '@/lib/answer/table-order';
import { newestInstant } from '@/lib/profile/range/newest';
import {
  comparableSamples,
  type GroupSummary,
  hottestShare,
  shareChange,
} from '@/lib/profile/view/group-summary';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { columnOf, type GroupColumn, type GroupOrder, isDescending } from './group-params';

/** Figures of a group as far as they are known. */
export type GroupFigures = {
  group: ProfilingGroup;
  summary: Answer<GroupSummary> | undefined;
  /** Number of anomalies in the range. */
  anomalyCount: number | undefined;
};

/** The groups whose name includes a text, by name. */
export function matchingGroups(groups: readonly ProfilingGroup[], search: string): ProfilingGroup[] {
  const wanted = search.trim().toLowerCase();
  return groups
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .toSorted((a, b) => compareNames(a.name, b.name));
}

/** Sorts groups; those without a figure come last in both directions, and equal ones by name. */
export function sortGroups<Row extends GroupFigures>(rows: readonly Row[], order: GroupOrder): Row[] {
  const descending = isDescending(order);
  const column = columnOf(order);
  const byName = (a: Row, b: Row) => compareNames(a.group.name, b.group.name);
  if (column === 'name') return rows.toSorted((a, b) => (descending ? byName(b, a) : byName(a, b)));
  const figure = (row: Row) => figureOf(row, column) ?? Number.NaN;
  return rows.toSorted((a, b) => compareFigures(figure(a), figure(b), descending) || byName(a, b));
}

/** Rows in the given order of their names; those that it lacks come last. */
export function inOrderOf<Row extends GroupFigures>(rows: readonly Row[], names: readonly string[]): Row[] {
  const ranks = new Map(names.map((name, i) => [name, i]));
  const rankOf = ({ group }: Row) => ranks.get(group.name) ?? names.length;
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b));
}

function figureOf({ group, summary, anomalyCount }: GroupFigures, column: GroupColumn): number | undefined {
  if (column === 'reported') return newestInstant(group);
  if (column === 'anomalies') return anomalyCount;
  if (!summary) return undefined;
  const { data, coverage } = summary;
  switch (column) {
    case 'samples':
      return data.samples;
    case 'change': {
      const before = comparableSamples(data, coverage);
      return before ? data.samples / before : undefined;
    }
    case 'hottest':
      return hottestShare(data);
    default: {
      const points = shareChange(data);
      // Chance isn't a change.
      return points && (points.isChance ? 0 : points.change);
    }
  }
}
