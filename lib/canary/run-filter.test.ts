import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { filterRuns, type RunFilter } from './run-filter';
import { runs } from './runs-text';

test.each<[RunFilter, string[]]>([
  ['all', ['4-0', '3-1', '3-0', '2-1', '2-0', '1-0']],
  ['failed', ['2-1', '2-0', '1-0']],
  ['retried', ['3-1', '3-0', '2-1', '2-0']],
])('returns %s attempts of the span, newest first', (filter, ids) => {
  const span = { from: 5 * MINUTE, to: 25 * MINUTE };
  expect(filterRuns(runs('F F FF FP R P'), span, filter).map(({ id }) => id)).toEqual(ids);
});
