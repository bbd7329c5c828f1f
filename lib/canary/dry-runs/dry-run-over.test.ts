import { expect, test } from 'vitest';
import type { CanaryRun } from '../run';
import { isDryRunOver } from './dry-run-over';

const run = (id: string, started: number, completed?: number): CanaryRun => ({
  ...{ id, name: 'login', dryRunId: 'dry', started, state: completed === undefined ? 'RUNNING' : 'PASSED' },
  ...(completed !== undefined && { completed }),
});

test('is over once all runs have ended and no other has followed for 15 seconds', () => {
  const chrome = run('chrome', 0, 10_000);
  expect(isDryRunOver([], 'dry', 1e9)).toBe(false);
  expect(isDryRunOver([chrome], 'other', 1e9)).toBe(false);
  expect(isDryRunOver([chrome], 'dry', 12_000)).toBe(false);
  expect(isDryRunOver([chrome, run('firefox', 13_000)], 'dry', 30_000)).toBe(false);
  expect(isDryRunOver([chrome, run('firefox', 13_000, 20_000)], 'dry', 34_999)).toBe(false);
  expect(isDryRunOver([chrome, run('firefox', 13_000, 20_000)], 'dry', 35_000)).toBe(true);
});
