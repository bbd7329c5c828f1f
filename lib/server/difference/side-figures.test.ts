import { expect, it } from 'vitest';
import { type Figure, pairedFigures, type SideFigures } from './side-figures';

const side = (figures: Record<string, number | null>, absent: 0 | null = 0): SideFigures => ({
  ...{ span: { from: 0, to: 1 }, absent, notes: [] },
  figures: Object.entries(figures).map(
    ([key, value]): Figure => ({
      ...{ key, label: key, unit: 'usd', value },
      ...(key === 'sum' && { isSum: true }),
    }),
  ),
});

const rowsOf = (...sides: Parameters<typeof pairedFigures>) =>
  pairedFigures(...sides).rows.map(({ label, kept, current }) => [label, kept, current]);

it('pairs the figures of both sides, the sum first and then those that differ most', () => {
  const kept = side({ a: 5, b: 10, sum: 15 });
  const current = side({ sum: 21, b: 9, c: 12 });
  expect(rowsOf(kept, current)).toEqual([
    ['sum', 15, 21],
    ['c', 0, 12],
    ['a', 5, 0],
    ['b', 10, 9],
  ]);
});

it('takes what a side lacks for 0 only if the side is complete', () => {
  expect(rowsOf(side({ a: 5 }, null), side({ b: 3 }, 0))).toEqual([
    ['a', 5, 0],
    ['b', null, 3],
  ]);
});

it('knows nothing of a side that could not be read, and nothing that the side does not know', () => {
  expect(rowsOf(side({ a: 5, b: null }), undefined)).toEqual([
    ['a', 5, null],
    ['b', null, null],
  ]);
});

it('has the largest of those that do not differ first', () => {
  expect(rowsOf(side({ a: 1, b: 3 }), side({ a: 1, b: 3 })).map(([label]) => label)).toEqual(['b', 'a']);
});

it('counts what it leaves out', () => {
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`f${at}`, at]));
  const { rows, leftOut } = pairedFigures(side(many), side({}));
  expect([rows.length, leftOut, rows[0]?.label]).toEqual([20, 5, 'f24']);
});
