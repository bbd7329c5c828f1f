import { expect, test } from 'vitest';
import type { RankedQueue } from './top-queues';
import { topQueuesText } from './top-queues-text';

const ranked = (length: number) => Array.from({ length }, () => ({}) as RankedQueue);
const queues = (topCount: number, count: number) => ({
  ...{ top: ranked(topCount), all: ranked(count), share: 0.9 },
});
const farms = (known: number) => ({ known, all: 4, isLoading: false });

test.each([
  [10, 10, 4, ''],
  [10, 12, 4, 'These 10 have 90 % of the cost.'],
  [10, 10, 3, 'Only queues of the 3 of 4 farms whose whole cost is known.'],
  [
    ...[10, 12, 3],
    'These 10 have 90 % of the cost. Only queues of the 3 of 4 farms whose whole cost is known.',
  ] as [number, number, number, string],
  [0, 0, 4, 'No queue has a cost in this range.'],
  [0, 0, 3, 'No queue of the 3 of 4 farms whose whole cost is known has a cost in this range.'],
  [0, 0, 0, 'The whole cost of no farm is known.'],
])('says of %i of %i queues, and %i of 4 farms: %s', (topCount, count, known, text) => {
  expect(topQueuesText(queues(topCount, count), farms(known))).toBe(text);
});
