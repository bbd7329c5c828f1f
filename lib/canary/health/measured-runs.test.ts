import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { runs } from '../runs-text';
import { measuredRuns } from './measured-runs';

test('leaves out whole scheduled runs, with retries that started after the window', () => {
  const loaded = { runs: runs('P FP F'), from: 0 };
  const window = { from: 5 * MINUTE, to: 6 * MINUTE };
  expect(measuredRuns(loaded, [window]).runs.map(({ id }) => id)).toEqual(['2-0', '0-0']);
  expect(measuredRuns(loaded, [])).toBe(loaded);
});
