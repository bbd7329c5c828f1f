import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationTicks } from './duration-axis';

test.each([
  [780, 4, ['0', '200 ms', '400 ms', '600 ms', '800 ms']],
  [12_400, 4, ['0', '5 s', '10 s', '15 s']],
  [61_000, 4, ['0', '30 s', '1 min', '1.5 min']],
  [0, 4, ['0', '1 ms']],
])('labels %d ms', (max, count, labels) => {
  expect(durationTicks(max, count).map(({ label }) => label)).toEqual(labels);
});

test('covers the maximum in few steps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e10 }), fc.integer({ min: 1, max: 8 }), (max, count) => {
      const ticks = durationTicks(max, count);
      expect(ticks.at(-1)?.ms).toBeGreaterThanOrEqual(max);
      expect(ticks.length).toBeLessThanOrEqual(count + 1);
    }),
  );
});
