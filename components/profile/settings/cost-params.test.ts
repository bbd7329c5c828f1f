import { expect, it, test } from 'vitest';
import { costParams, MAX_PRICE, parseAmount } from './cost-params';

test.each([
  ['0.34', 0.34],
  ['.5', 0.5],
  ['12', 12],
  ['0.000001', 0.000001],
  ['100000', 100_000],
])('reads the amount %s', (text, amount) => expect(parseAmount(text, MAX_PRICE)).toBe(amount));

test.each(['', '.', '0', '0.0', '-1', '1e3', '0,34', '100000.1', '0.0000001', '12345678', '$1', ' 1'])(
  'refuses %j',
  (text) => expect(parseAmount(text, MAX_PRICE)).toBeUndefined(),
);

it('reads back what it writes to the URL', () => {
  const { price, cost } = costParams;
  for (const amount of [0.34, 0.000001, 0.07, 12]) expect(price.parse(price.serialize(amount))).toBe(amount);
  const farmId = `farm-${'0123456789abcdef'.repeat(2)}`;
  expect(cost.parse(cost.serialize(farmId))).toBe(farmId);
  expect(cost.parse('farm-1')).toBeNull();
});
