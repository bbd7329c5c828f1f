import { expect, test } from 'vitest';
import { orderParam } from './order-param';

const order = orderParam(['costUsd', 'count'], (column) => (column === 'costUsd' ? 'cost' : 'records'));

test.each([
  ['cost', { by: 'costUsd', descending: false }],
  ['-records', { by: 'count', descending: true }],
] as const)('reads and writes %s', (text, value) => {
  expect(order.parse(text)).toEqual(value);
  expect(order.serialize(value)).toBe(text);
});

test.each(['', '-', 'costUsd', '--cost'])('refuses “%s”', (text) => {
  expect(order.parse(text)).toBeNull();
});
