import { expect, test } from 'vitest';
import { orderLines, sumOfLines } from './queue-lines';

const line = (costUsd: number | undefined, isCut = false) => ({ costUsd, isCut });

test('sorts queues by cost once all are known', () => {
  expect(orderLines([line(1), line(3), line(2)]).map(({ costUsd }) => costUsd)).toEqual([3, 2, 1]);
  expect(orderLines([line(1), line(3), line(undefined)])[0]?.costUsd).toBe(1);
});

test('sums what is known, which is the whole only of all rows of all queues', () => {
  expect(sumOfLines([line(1), line(3)], 0)).toEqual({ costUsd: 4, knownCount: 2, isWhole: true });
  expect(sumOfLines([line(1), line(undefined)], 0)).toEqual({ costUsd: 1, knownCount: 1, isWhole: false });
  expect(sumOfLines([line(1), line(3, true)], 0).isWhole).toBe(false);
});

test('is no sum of the whole while queues are left out', () => {
  expect(sumOfLines([line(1), line(3)], 15)).toEqual({ costUsd: 4, knownCount: 2, isWhole: false });
});
