import { expect, test } from 'vitest';
import { directionOf, nextOrder } from './table-order';

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
