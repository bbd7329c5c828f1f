import { expect, test } from 'vitest';
import { inHeldOrder } from './held-order';

const rowsOf = (names: string) =>
  names.split(' ').map((name) => ({ canary: { name, state: 'RUNNING', tags: {} } }));
const held = (order: string, rows: string, sorted: string) =>
  inHeldOrder(order.split(' '), { rows: rowsOf(rows), sorted: rowsOf(sorted) }).map(
    ({ canary }) => canary.name,
  );

test('keeps the order of rows whose state changes, though the filter no longer keeps one', () => {
  expect(held('a b c', 'a b c d', 'c a')).toEqual(['a', 'b', 'c']);
});

test('leaves out a deleted canary and adds a new one at the end', () => {
  expect(held('a b c', 'a c d e', 'e d c a')).toEqual(['a', 'c', 'e', 'd']);
});
