import { expect, test } from 'vitest';
import type { CanaryRun } from '@/lib/canary/run';
import { comparedFields } from './compared-fields';

const NOW = Date.UTC(2026, 10, 24, 12);

test('shows the values of two runs beside each other, and which of them differ', () => {
  const other: CanaryRun = {
    id: 'a',
    name: 'x',
    state: 'PASSED',
    started: NOW - 60_000,
    completed: NOW - 50_000,
    testResult: 'PASSED',
    browserType: 'CHROME',
  };
  const run: CanaryRun = {
    ...other,
    id: 'b',
    state: 'FAILED',
    testResult: 'FAILED',
    retryAttempt: 1,
    completed: NOW - 45_000,
  };
  expect(comparedFields(run, other, 'UTC', NOW, {})).toEqual([
    { name: 'Started', own: '24 Nov 2026, 11:59:00', others: '24 Nov 2026, 11:59:00', differs: false },
    { name: 'Duration', own: '15 s (+50 %)', others: '10 s', differs: true },
    { name: 'Test result', own: 'The script failed', others: 'The script passed', differs: true },
    { name: 'Attempt', own: 'Retry 1', others: 'First attempt', differs: true },
    { name: 'Browser', own: 'Chrome', others: 'Chrome', differs: false },
  ]);
});
