import type { Answer } from '@/lib/answer/answer';
import { MAX_CANARIES_AT_ONCE } from '../health/health-bounds';
import type { CanaryWithLastRun } from '../run';
import { canaryRow } from './canary-row';
import { DEFAULT_ORDER, sortRows } from './sort-rows';

/** A longer list renders only the rows in view. */
export const MAX_WHOLE_ROWS = MAX_CANARIES_AT_ONCE;
/** Rows of a long list that a window of common height shows, and as many more as are rendered below them. */
export const FIRST_ROWS = 25;

/** The names of the rows that a list shows first, before runs of the range are read, unless it is sorted or filtered. */
export function firstRows({ data, partial }: Answer<CanaryWithLastRun[]>, now: number): string[] {
  const known = { health: undefined, groups: [], hasLastRuns: !partial };
  const sorted = sortRows(
    data.map((canary) => canaryRow(canary, known, now)),
    DEFAULT_ORDER,
  );
  return sorted
    .slice(0, data.length > MAX_WHOLE_ROWS ? FIRST_ROWS : MAX_WHOLE_ROWS)
    .map(({ canary }) => canary.name)
    .sort();
}
