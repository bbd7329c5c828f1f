import { expect, test } from 'vitest';
import { compareFigures, directionOf, nextOrder } from './table-order';

test('sorts by a column in its first direction, then in the other', () => {
  const byName = { by: 'name', descending: false } as const;
  const byCost = nextOrder<'name' | 'cost'>(byName, 'cost', true);
  expect(byCost).toEqual({ by: 'cost', descending: true });
  expect(nextOrder(byCost, 'cost', true)).toEqual({ by: 'cost', descending: false });
  expect(nextOrder(byCost, 'name', false)).toEqual(byName);
  expect([directionOf(byCost, 'cost'), directionOf(byCost, 'name'), directionOf(byName, 'name')]).toEqual([
    ...['descending', 'none', 'ascending'],
  ]);
});

test('sorts figures in both directions with unknown ones last', () => {
  const sorted = (descending: boolean) =>
    [2, Number.NaN, -1, 3].sort((a, b) => compareFigures(a, b, descending));
  expect(sorted(false)).toEqual([-1, 2, 3, Number.NaN]);
  expect(sorted(true)).toEqual([3, 2, -1, Number.NaN]);
});
