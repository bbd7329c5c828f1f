import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type Category, OTHERS_ID } from '@/lib/farm/series';
import { CostStacks } from './cost-stacks';

const category = (id: string, ...amounts: number[]): Category => ({
  ...{ id, name: id, title: id, colour: id, parts: [], total: undefined, amounts },
});
const buckets = [
  { from: 0, to: 10 },
  { from: 10, to: 20 },
];

/** Each box as its colour, its top and its height, in pixels. */
const drawn = (categories: Category[], low: number, high: number, marked: number[] = []) => {
  const html = renderToStaticMarkup(
    <CostStacks
      series={{ categories, buckets }}
      span={{ from: 0, to: 20 }}
      ends={{ low, high }}
      marked={marked}
    />,
  );
  return {
    boxes: [...html.matchAll(/ y="([\d.]+)" height="([\d.]+)" style="fill:(\w+)"/g)].map(
      ([, y, height, colour]) => `${colour} ${y} ${height}`,
    ),
    markCount: html.split('data-marks').length - 1,
  };
};

test('stacks the rest at the bottom and the most expensive above it', () => {
  const categories = [category('a', 50, 0), category(OTHERS_ID, 61, 0)];
  expect(drawn(categories, 0, 111).boxes).toEqual(['others 58 61', 'a 8 50']);
});

test('draws negative costs below zero', () => {
  const categories = [category('a', 74), category('credit', -37)];
  expect(drawn(categories, -37, 74).boxes).toEqual(['a 8 74', 'credit 82 37']);
});

test('marks only the given bars', () => {
  expect(drawn([category('a', 1, 2)], 0, 2, [1]).markCount).toBe(1);
  expect(drawn([category('a', 0, 0)], 0, 0)).toEqual({ boxes: [], markCount: 0 });
});
