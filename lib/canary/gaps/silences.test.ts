import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Gap } from './gap';
import { silencesOf } from './silences';

test('joins the gaps of locations that are silent at the same time, newest first', () => {
  const gaps = [
    { from: 10, to: 40, missed: 3 },
    { from: 90, to: 100, missed: 1 },
    { from: 20, to: 60, missed: 4 },
  ];
  expect(silencesOf(gaps)).toEqual([
    { from: 90, to: 100, missed: 1 },
    { from: 10, to: 60, missed: 7 },
  ]);
  expect(silencesOf([])).toEqual([]);
});

test('keeps all missing runs, in spans that are apart', () => {
  const gap = fc
    .tuple(fc.nat(1000), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9 }))
    .map(([from, length, missed]): Gap => ({ from, to: from + length, missed }));
  fc.assert(
    fc.property(fc.array(gap), (gaps) => {
      const silences = silencesOf(gaps);
      const sum = (all: readonly Gap[]) => all.reduce((total, { missed }) => total + missed, 0);
      expect(sum(silences)).toBe(sum(gaps));
      for (const [i, silence] of silences.entries()) {
        expect(silence.missed).toBeGreaterThan(0);
        expect(silence.from).toBeGreaterThan(silences[i + 1]?.to ?? Number.NEGATIVE_INFINITY);
      }
    }),
  );
});
