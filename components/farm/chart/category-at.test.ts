import { expect, it } from 'vitest';
import { rowsForTest } from '@/lib/farm/rows/rows-for-test';
import { seriesOf } from '@/lib/farm/series';
import type { Statistic } from '@/lib/farm/session-statistics';
import { HOUR } from '@/lib/time/duration';
import { categoryAt } from './category-at';
import { plotOf } from './plot';

const SPAN = { from: 0, to: 2 * HOUR };
const SIZE = { width: 300, height: 232 };

function chart(statistic: Statistic, maxCategories = 8) {
  const users = ['maria', 'john', 'jane', 'jack'].map((userId, at) => ({
    ...{ userId, count: 1, from: 0, to: HOUR, runtimeSeconds: { sum: 60 } },
    costUsd: { sum: 40 - 10 * at, max: 40 - 10 * at },
  }));
  const table = { keys: ['USER_ID' as const], period: 'HOURLY' as const, span: SPAN };
  const rows = rowsForTest(['USER_ID'], users, SPAN);
  const series = seriesOf({ ...table, rows }, { measure: 'costUsd', statistic, maxCategories });
  const plot = plotOf(series, SIZE);
  const at = (amount: number, bucket = 0) => {
    const index = categoryAt(series, plot, bucket, plot.scale.y(amount));
    return index === undefined ? undefined : series.categories[index]?.name;
  };
  return at;
}

it('finds the category of a stacked bar at a height, the others at the bottom', () => {
  const at = chart('SUM');
  expect([1, 39, 41, 69, 71, 95].map((amount) => at(amount))).toEqual([
    ...['maria', 'maria', 'john', 'john', 'jane', 'jack'],
  ]);
  expect([at(101), at(-1), at(5, 1)]).toEqual([undefined, undefined, undefined]);
  const folded = chart('SUM', 2);
  expect([29, 31, 71, 99].map((amount) => folded(amount))).toEqual(['2 others', 'maria', 'john', 'john']);
});

it('finds the nearest point of lines, if it is near', () => {
  const at = chart('MAX');
  expect([at(40), at(29), at(20.5), at(25)]).toEqual(['maria', 'john', 'jane', undefined]);
});
