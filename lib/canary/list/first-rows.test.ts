import { expect, test } from 'vitest';
import type { CanaryWithLastRun } from '../run';
import { FIRST_ROWS, firstRows, MAX_WHOLE_ROWS } from './first-rows';

const NOW = Date.parse('2026-03-01T12:00:00Z');

function canaries(count: number, failing: string): CanaryWithLastRun[] {
  return Array.from({ length: count }, (_, i) => {
    const name = `canary-${String(i).padStart(3, '0')}`;
    const state = name === failing ? ('FAILED' as const) : ('PASSED' as const);
    return {
      ...{ name, state: 'RUNNING', schedule: 'rate(5 minutes)' },
      lastRun: { id: name, name, state, started: NOW - 1000 },
    } as CanaryWithLastRun;
  });
}

const answerOf = (data: CanaryWithLastRun[]) => ({ data, asOf: NOW, partial: false, warnings: [] });

test('names all rows of a short list, and of a long one those that it shows first, by name', () => {
  expect(firstRows(answerOf(canaries(MAX_WHOLE_ROWS, '')), NOW)).toHaveLength(MAX_WHOLE_ROWS);
  const long = firstRows(answerOf(canaries(MAX_WHOLE_ROWS + 1, 'canary-040')), NOW);
  expect(long).toHaveLength(FIRST_ROWS);
  expect(long[0]).toBe('canary-000');
  expect(long.at(-1)).toBe('canary-040');
});
