import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageSlots, SLOT_COUNT } from './package-slots';

const weights = fc.uniqueArray(
  fc.tuple(fc.string({ minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 99 })),
  {
    selector: ([name]) => name,
    maxLength: 30,
  },
);
const taken = (slots: readonly string[]) => slots.filter((name) => name !== '');

describe('packageSlots', () => {
  it('colours the ten heaviest packages, each with a colour of its own', () => {
    fc.assert(
      fc.property(weights, (all) => {
        const slots = packageSlots(all);
        const sorted = all.toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
        expect(slots).toHaveLength(SLOT_COUNT);
        expect(taken(slots).sort()).toEqual(
          sorted
            .slice(0, SLOT_COUNT)
            .map(([name]) => name)
            .sort(),
        );
      }),
    );
  });

  it('gives packages the same colours whatever their weights and their order', () => {
    const ten = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: SLOT_COUNT });
    const orders = ten.chain((names) =>
      fc.tuple(
        fc.constant(names),
        fc.shuffledSubarray(names, { minLength: names.length }),
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: names.length, maxLength: names.length }),
      ),
    );
    fc.assert(
      fc.property(orders, ([names, shuffled, samples]) => {
        const weighted = shuffled.map((name, i) => [name, samples[i] ?? 1] as const);
        expect(packageSlots(weighted)).toEqual(packageSlots(names.map((name) => [name, 1])));
      }),
    );
  });

  it('gives a package the colour that it has alone, unless another one prefers that too', () => {
    fc.assert(
      fc.property(weights, (all) => {
        const slots = packageSlots(all);
        for (const name of taken(slots)) {
          const alone = packageSlots([[name, 1]]).indexOf(name);
          const holder = slots[alone] ?? '';
          expect(packageSlots([[holder, 1]]).indexOf(holder)).toBe(alone);
        }
      }),
    );
  });

  it('leaves out functions without a package, and packages without samples', () => {
    const slots = packageSlots([
      ['', 50],
      ['java.net', 3],
      ['java.io', 0],
    ]);
    expect(taken(slots)).toEqual(['java.net']);
  });
});
