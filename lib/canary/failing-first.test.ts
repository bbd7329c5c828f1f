import { expect, test } from 'vitest';
import { failingFirst } from './failing-first';
import type { RunState } from './run';

const canary = (name: string, state?: RunState) => ({
  name,
  lastRun: state && { id: name, name, state, started: 0 },
});

test('sorts failing canaries first, then by name', () => {
  const canaries = [canary('b', 'PASSED'), canary('d'), canary('c', 'FAILED'), canary('a', 'RUNNING')];
  expect(failingFirst(canaries).map(({ name }) => name)).toEqual(['c', 'a', 'b', 'd']);
});
