import fc from 'fast-check';
import { expect, it } from 'vitest';
import { medianOf, UsualShare } from './usual-share';

it('has the median and spread of the shares that were added and not removed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
      (kept, removed) => {
        const usual = new UsualShare();
        for (const share of [...removed, ...kept]) usual.add(share);
        for (const share of removed) usual.remove(share);
        const median = medianOf(kept);
        expect(usual.count).toBe(kept.length);
        expect(usual.median).toBe(median);
        expect(usual.spread).toBe(medianOf(kept.map((share) => Math.abs(share - median))));
      },
    ),
  );
});

it('is nothing without shares', () => {
  const usual = new UsualShare();
  usual.remove(1);
  expect([usual.count, usual.median, usual.spread]).toEqual([0, 0, 0]);
});
