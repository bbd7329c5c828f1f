import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstInOrder } from './first-in-order';

it('returns the first items of a full sort', () => {
  const items = fc.array(fc.record({ size: fc.nat(20), name: fc.nat() }));
  fc.assert(
    fc.property(items, fc.nat(30), (list, count) => {
      const compare = (a: (typeof list)[0], b: (typeof list)[0]) => b.size - a.size || a.name - b.name;
      expect(firstInOrder(list, count, compare)).toEqual(list.toSorted(compare).slice(0, count));
    }),
  );
});
