import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { CATEGORY_COLOURS, coloursOf } from './colours';
import { namesOf } from './names';
import { OTHERS_ID, type SeriesRequest, seriesOf } from './series';
import type { SessionStatistics } from './session-statistics';

const START = Date.parse('2026-11-24T00:00:00Z');
const names = namesOf(
  [
    { queueId: 'queue-a', displayName: 'lighting' },
    { queueId: 'queue-b', displayName: 'comp' },
  ],
  [],
);
const request: SeriesRequest = {
  measure: 'costUsd',
  statistic: 'SUM',
  groupBy: ['QUEUE_ID'],
  span: { from: START, to: START + 3 * HOUR },
  period: 'HOURLY',
  offsetMs: 0,
  names,
};

function row(queueId: string, hour: number, cost: number, count = 1): SessionStatistics {
  const from = START + hour * HOUR;
  const costUsd = { sum: cost, min: cost, max: cost, avg: cost / count };
  return { queueId, count, costUsd, runtimeSeconds: { sum: 60 }, from, to: from + HOUR };
}

const shown = (rows: SessionStatistics[], more: Partial<SeriesRequest> = {}) =>
  seriesOf(rows, { ...request, ...more }).categories.map(({ name, amounts, total }) => [
    name,
    amounts,
    total,
  ]);

test('rows become buckets by categories, the largest first; an hour without sessions has no amount', () => {
  expect(shown([row('queue-a', 0, 1), row('queue-b', 0, 5), row('queue-a', 2, 2)])).toEqual([
    ['comp', [5, undefined, undefined], 5],
    ['lighting', [1, undefined, 2], 3],
  ]);
});

test('what is beyond the most categories is added up as others', () => {
  const rows = [row('queue-a', 0, 9), row('x', 0, 1), row('y', 1, 2), row('z', 1, 4)];
  expect(shown(rows, { most: 2 })).toEqual([
    ['lighting', [9, undefined, undefined], 9],
    ['z', [undefined, 4, undefined], 4],
    ['2 others', [1, 2, undefined], 3],
  ]);
  expect(shown(rows, { most: 3 }).at(-1)?.[0]).toBe('1 other');
  expect(seriesOf(rows, { ...request, most: 2 }).categories.at(-1)?.id).toBe(OTHERS_ID);
});

test('averages are weighted by records, the least and the most are not added', () => {
  const rows = [row('queue-a', 0, 2, 1), row('queue-a', 1, 12, 3)];
  expect(seriesOf(rows, { ...request, statistic: 'AVG' }).total).toBe(3.5);
  expect(seriesOf(rows, { ...request, statistic: 'MIN' }).total).toBe(2);
  expect(seriesOf(rows, { ...request, statistic: 'MAX' }).total).toBe(12);
});

test('two keys make one category of each pair', () => {
  const rows = [
    { ...row('queue-a', 0, 1), usageType: 'COMPUTE' },
    { ...row('queue-a', 0, 3), usageType: 'LICENSE' },
  ];
  expect(shown(rows, { groupBy: ['QUEUE_ID', 'USAGE_TYPE'] }).map(([name]) => name)).toEqual([
    'lighting · Licence',
    'lighting · Compute',
  ]);
});

test('two queues of one name stay apart', () => {
  const twins = namesOf(
    [
      { queueId: 'queue-000001', displayName: 'fx' },
      { queueId: 'queue-000002', displayName: 'fx' },
    ],
    [],
  );
  const rows = [row('queue-000001', 0, 2), row('queue-000002', 0, 1)];
  expect(shown(rows, { names: twins }).map(([name]) => name)).toEqual(['fx (…000001)', 'fx (…000002)']);
});

test('runtime ranked by cost keeps the order of the cost chart', () => {
  const rows = [row('queue-a', 0, 1), row('queue-b', 0, 5)];
  expect(shown(rows, { measure: 'runtimeSeconds', rankBy: 'costUsd' }).map(([name]) => name)).toEqual([
    'comp',
    'lighting',
  ]);
});

test('a name has its colour whatever stands beside it, as long as no earlier one wants the same', () => {
  expect(coloursOf(['lighting', 'comp'])[0]).toBe(coloursOf(['lighting'])[0]);
  expect(new Set(coloursOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])).size).toBe(CATEGORY_COLOURS.length);
});

test('nothing is lost: categories add up to the total, in every bucket and over the range', () => {
  const anyRow = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1000 }))
    .map(([queue, hour, cost]) => row(`queue-${queue}`, hour, cost));
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      const { categories, amounts, total } = seriesOf(rows, request);
      const sum = (values: (number | undefined)[]) =>
        values.reduce<number>((all, one) => all + (one ?? 0), 0);
      expect(categories.length).toBeLessThanOrEqual(9);
      expect(sum(categories.map((category) => category.total))).toBe(total ?? 0);
      expect(sum(amounts)).toBe(sum(rows.map(({ costUsd }) => costUsd.sum)));
      amounts.forEach((amount, at) => {
        expect(sum(categories.map((category) => category.amounts[at]))).toBe(amount ?? 0);
      });
    }),
  );
});
