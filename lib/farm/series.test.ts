import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { stepsFor } from './bars/bar-steps';
import { CATEGORY_COLOURS, coloursOf, OTHERS_COLOUR } from './colours';
import { namesOf } from './names';
import type { CostTable } from './rows/cost-table';
import { rowsForTest } from './rows/rows-for-test';
import { OTHERS_ID, type Series, type SeriesOptions, seriesOf } from './series';
import type { GroupKey, SessionStatistics, Statistic } from './session-statistics';

const START = Date.parse('2026-11-24T00:00:00Z');
const names = namesOf(
  [
    { queueId: 'queue-a', displayName: 'lighting' },
    { queueId: 'queue-b', displayName: 'comp' },
  ],
  [],
);
const options: SeriesOptions = { measure: 'costUsd', statistic: 'SUM', names };
const SPAN = { from: START, to: START + 3 * HOUR };
const aggregated = (rows: SessionStatistics[], keys: readonly GroupKey[] = ['QUEUE_ID']): CostTable => ({
  ...{ keys, period: 'HOURLY', span: SPAN },
  rows: rowsForTest(keys, rows, SPAN),
});

function row(queueId: string, hour: number, cost: number, count = 1): SessionStatistics {
  const from = START + hour * HOUR;
  const costUsd = { sum: cost, min: cost, max: cost, avg: cost / count };
  return { queueId, count, costUsd, runtimeSeconds: { sum: 60 }, from, to: from + HOUR };
}

type More = Partial<SeriesOptions> & { groupBy?: readonly GroupKey[] };

const shown = (rows: SessionStatistics[], { groupBy, ...more }: More = {}) =>
  seriesOf(aggregated(rows, groupBy), { ...options, ...more }).categories.map(({ name, amounts, total }) => [
    name,
    amounts,
    total,
  ]);

test('groups rows by category and bucket, the largest category first, without an amount for an empty hour', () => {
  expect(shown([row('queue-a', 0, 1), row('queue-b', 0, 5), row('queue-a', 2, 2)])).toEqual([
    ['comp', [5, undefined, undefined], 5],
    ['lighting', [1, undefined, 2], 3],
  ]);
});

test('sums categories beyond the maximum as others', () => {
  const rows = [row('queue-a', 0, 9), row('x', 0, 1), row('y', 1, 2), row('z', 1, 4)];
  expect(shown(rows, { maxCategories: 2 })).toEqual([
    ['lighting', [9, undefined, undefined], 9],
    ['z', [undefined, 4, undefined], 4],
    ['2 others', [1, 2, undefined], 3],
  ]);
  expect(seriesOf(aggregated(rows), { ...options, maxCategories: 2 }).categories.at(-1)?.id).toBe(OTHERS_ID);
});

test('weights averages by records and does not add minima and maxima', () => {
  const rows = [row('queue-a', 0, 2, 1), row('queue-a', 1, 12, 3)];
  expect(seriesOf(aggregated(rows), { ...options, statistic: 'AVG' }).total).toBe(3.5);
  expect(seriesOf(aggregated(rows), { ...options, statistic: 'MIN' }).total).toBe(2);
  expect(seriesOf(aggregated(rows), { ...options, statistic: 'MAX' }).total).toBe(12);
});

test('makes one category of each pair of keys', () => {
  const rows = [
    { ...row('queue-a', 0, 1), usageType: 'COMPUTE' },
    { ...row('queue-a', 0, 3), usageType: 'LICENSE' },
  ];
  expect(shown(rows, { groupBy: ['QUEUE_ID', 'USAGE_TYPE'] }).map(([name]) => name)).toEqual([
    'lighting · Licence',
    'lighting · Compute',
  ]);
});

test('distinguishes two queues with one name', () => {
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

test('names a single category beyond the maximum, in the colour of the others', () => {
  const rows = [row('queue-a', 0, 9), row('x', 0, 1), row('y', 1, 2)];
  const { categories } = seriesOf(aggregated(rows), { ...options, maxCategories: 2 });
  expect(categories.map(({ name, colour }) => [name, colour === OTHERS_COLOUR])).toEqual([
    ['lighting', false],
    ['y', false],
    ['x', true],
  ]);
});

test.each<Partial<SeriesOptions>>([
  { measure: 'runtimeSeconds' },
  { statistic: 'MIN' },
  { statistic: 'AVG' },
])('ranks categories by their total cost, also for %j', (more) => {
  const rows = [row('queue-a', 0, 9), row('queue-b', 0, 6, 1), row('queue-b', 1, 5, 20)];
  expect(shown(rows, more).map(([name]) => name)).toEqual(['comp', 'lighting']);
});

test('leaves out all usage but compute, and ranks by the cost of all', () => {
  const rows = [
    { ...row('queue-a', 0, 1, 2), usageType: 'COMPUTE' },
    { ...row('queue-a', 0, 9), usageType: 'LICENSE' },
    { ...row('queue-b', 1, 5), usageType: 'COMPUTE' },
    { ...row('queue-x', 1, 2), usageType: 'LICENSE' },
  ];
  const table = { ...aggregated(rows), rows: rowsForTest(['QUEUE_ID', 'USAGE_TYPE'], rows, SPAN) };
  const series = seriesOf(table, { ...options, measure: 'runtimeSeconds', onlyCompute: true });
  expect(series.categories.map(({ name, amounts, total }) => [name, amounts, total])).toEqual([
    ['lighting', [60, undefined, undefined], 60],
    ['comp', [undefined, 60, undefined], 60],
    ['queue-x', [undefined, undefined, undefined], undefined],
  ]);
  expect([series.amounts, series.total]).toEqual([[60, 60, undefined], 120]);
});

test('gives a name the same colour in every list unless an earlier name has it', () => {
  expect(coloursOf(['lighting', 'comp'])[0]).toBe(coloursOf(['lighting'])[0]);
  expect(new Set(coloursOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])).size).toBe(CATEGORY_COLOURS.length);
});

test('loses nothing: categories sum to the total in every bucket and over the range', () => {
  const anyRow = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1000 }))
    .map(([queue, hour, cost]) => row(`queue-${queue}`, hour, cost));
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      const { categories, amounts, total } = seriesOf(aggregated(rows), options);
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

test('adds up, compares and weighs the buckets of a longer bar, and loses nothing', () => {
  const rows = [row('queue-a', 0, 2, 1), row('queue-a', 1, 12, 3), row('queue-b', 2, 5)];
  const step = { period: 'HOURLY', count: 2 } as const;
  const bars = (statistic: Statistic) =>
    seriesOf(aggregated(rows), { ...options, statistic, step }).categories.map(({ amounts }) => amounts);
  expect(bars('SUM')).toEqual([
    [14, undefined],
    [undefined, 5],
  ]);
  expect(bars('MIN')[0]).toEqual([2, undefined]);
  expect(bars('MAX')[0]).toEqual([12, undefined]);
  expect(bars('AVG')).toContainEqual([3.5, undefined]);
});

test('keeps the sum of every category and of the whole in bars of any length', () => {
  const anyRow = fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1000 }))
    .map(([queue, hour, cost]) => row(`queue-${queue}`, hour, cost));
  const anyStep = fc.constantFrom(...stepsFor('HOURLY'));
  fc.assert(
    fc.property(fc.array(anyRow), anyStep, (rows, step) => {
      const hours = seriesOf(aggregated(rows), options);
      const bars = seriesOf(aggregated(rows), { ...options, step });
      const sums = ({ categories }: Series) =>
        categories.map(({ id, amounts }) => [id, amounts.reduce<number>((all, one) => all + (one ?? 0), 0)]);
      expect(sums(bars)).toEqual(sums(hours));
      expect(bars.total).toBe(hours.total);
    }),
  );
});
