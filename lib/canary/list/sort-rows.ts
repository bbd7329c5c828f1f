import { compareNames } from '@/lib/answer/compare-names';
import { compareFigures, type TableOrder } from '@/lib/answer/table-order';
import { missedIn } from '../health/headline';
import { type CanaryRow, statesToPlace, WORST_STATE_FIRST } from './canary-row';

/** Columns of the list that it can be sorted by. */
export const CANARY_COLUMNS = ['state', 'name', 'availability', 'p50', 'p95', 'last', 'next'] as const;
export type CanaryColumn = (typeof CANARY_COLUMNS)[number];
export type CanaryOrder = TableOrder<CanaryColumn>;

/** What needs somebody first. */
export const DEFAULT_ORDER: CanaryOrder = { by: 'state', descending: false };

/** Columns whose figures are known only for canaries whose runs were read. */
export const isFigure = (column: CanaryColumn) =>
  column === 'availability' || column === 'p50' || column === 'p95';

/** Sorts rows; those without a figure come last in both directions, and equal ones by name. */
export const sortRows = <Row extends CanaryRow>(
  rows: readonly Row[],
  { by, descending }: CanaryOrder,
): Row[] =>
  rows.toSorted((a, b) => {
    const names = compareNames(a.canary.name, b.canary.name);
    if (by === 'name') return descending ? -names : names;
    const figures = compareFigures(figureOf(a, by), figureOf(b, by), descending);
    // Of two that passed as often, the one with more missed runs is worse.
    const missed = by === 'availability' ? (missedOf(b) - missedOf(a)) * (descending ? -1 : 1) : 0;
    return figures || missed || names;
  });

const missedOf = ({ health }: CanaryRow) => (health ? missedIn(health) : 0);

function figureOf(row: CanaryRow, column: Exclude<CanaryColumn, 'name'>): number {
  const { health } = row;
  switch (column) {
    case 'state': {
      const states = statesToPlace(row);
      return WORST_STATE_FIRST.findIndex((state) => states.includes(state));
    }
    case 'availability':
      return health && health.finished > 0 ? health.passed / health.finished : Number.NaN;
    case 'p50':
      return health?.durations.p50 ?? Number.NaN;
    case 'p95':
      return health?.durations.p95 ?? Number.NaN;
    case 'last':
      return row.newest ?? Number.NaN;
    case 'next':
      return typeof row.next === 'object' ? row.next.at : Number.NaN;
  }
}
