import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { barsTable } from './bars-table';

const farm = (name: string, costs: Record<number, number>) => ({
  ...{ farmId: `farm-${name}`, name },
  bars: {
    step: { period: 'HOURLY' as const, count: 1 },
    segments: [],
    bars: Object.entries(costs).map(([hour, costUsd]) => ({
      from: Number(hour) * HOUR,
      to: (Number(hour) + 1) * HOUR,
      costUsd,
    })),
  },
});

test('has a row for each bar of any farm in order, without a cost where a farm has no such bar', () => {
  expect(barsTable([farm('b', { 2: 5, 3: 0 }), farm('a', { 1: 4, 2: 3 })])).toEqual([
    { from: HOUR, costsUsd: [undefined, 4] },
    { from: 2 * HOUR, costsUsd: [5, 3] },
    { from: 3 * HOUR, costsUsd: [0, undefined] },
  ]);
  expect(barsTable([])).toEqual([]);
});
