import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { healthOf } from '../health/health-of';
import { runs } from '../runs-text';
import { canaryRow } from './canary-row';
import { listText } from './list-text';

const NOW = 30 * MINUTE;

function row(picture: string, isRead: boolean) {
  const canary = { name: picture, state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {}, created: 0 };
  const [lastRun] = runs(picture);
  const span = { from: 0, to: NOW };
  const health = isRead
    ? healthOf({ runs: runs(picture), from: 0 }, canary, { span, now: NOW, bins: 6 })
    : undefined;
  const known = { health, groups: [], hasLastRuns: true };
  return canaryRow({ ...canary, ...(lastRun && { lastRun }) }, known, NOW);
}

test('counts what is failing and silent, and what is known by one run only', () => {
  const [passing, failing] = ['P P P P P P', 'P P P P P F'];
  expect(listText([row(passing, true)])).toBe('1 canary');
  expect(listText([row(passing, true), row(failing, true), row('P P . . . .', true)])).toBe(
    '3 canaries, 1 failing, 1 silent',
  );
  expect(listText([row(passing, true), row(failing, false)])).toBe(
    '2 canaries, 1 failing; 1 judged by its last run only',
  );
  expect(listText([row(passing, false), row(failing, false)])).toBe(
    '2 canaries, 1 failing; 2 judged by their last run only',
  );
});
