import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationScale } from './duration-scale';

const SECONDS = Array.from({ length: 100 }, (_, i) => 5000 + 20 * i);

test('reaches to the longest run when it isn’t far from the others', () => {
  const scale = durationScale([...SECONDS, 9000], 'linear');
  expect(scale).toMatchObject({ topMs: 10_000, cutCount: 0, p95: 6900 });
  expect(scale.ticks.map(({ label }) => label)).toEqual(['0', '5 s', '10 s']);
  expect([scale.share(0), scale.share(5000), scale.share(10_000)]).toEqual([0, 0.5, 1]);
});

test('cuts one slow run rather than flattening the others', () => {
  const scale = durationScale([...SECONDS, 840_000], 'linear');
  expect(scale).toMatchObject({ topMs: 8000, cutCount: 1 });
  expect(scale.share(840_000)).toBe(1);
});

test('shows all runs on a log axis', () => {
  const scale = durationScale([...SECONDS, 840_000], 'log');
  expect(scale.cutCount).toBe(0);
  expect(scale.ticks.map(({ label }) => label)).toEqual(['10 s', '1 min', '10 min']);
  expect(scale.share(840_000)).toBeGreaterThan(scale.share(7000) + 0.5);
});

test('labels each mark of a log axis with its own duration', () => {
  const { ticks } = durationScale([1, 43_200_000], 'log');
  expect(ticks.map(({ label }) => label)).toEqual(['10 s', '1 min', '10 min', '1 h', '10 h']);
});

test.each([[[]], [[Number.NaN]], [[0]]])('has an axis for the durations %j', (durations) => {
  for (const kind of ['linear', 'log'] as const) {
    const scale = durationScale(durations, kind);
    expect(scale.topMs).toBeGreaterThan(0);
    expect(scale.share(0)).toBe(0);
  }
});

test('shares rise with durations and stay within the plot', () => {
  const durations = fc.array(fc.oneof(fc.nat(50_000_000), fc.constant(Number.NaN)));
  fc.assert(
    fc.property(durations, fc.constantFrom('linear', 'log'), fc.nat(60_000_000), (all, kind, ms) => {
      const { share } = durationScale(all, kind);
      expect(share(ms)).toBeGreaterThanOrEqual(0);
      expect(share(ms + 1000)).toBeGreaterThanOrEqual(share(ms));
      expect(share(ms)).toBeLessThanOrEqual(1);
    }),
  );
});
