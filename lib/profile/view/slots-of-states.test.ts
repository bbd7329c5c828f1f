import { expect, it } from 'vitest';
import { packageSlots, SLOT_COUNT } from '../graph/package-slots';
import { callTree } from '../testing/text';
import { IndexedTree } from './indexed-tree';

/** Two packages that prefer the same colour. */
function rivals(): [string, string] {
  const bySlot = new Map<number, string>();
  for (let i = 0; ; i++) {
    const name = `p${i}`;
    const slot = packageSlots([[name, 1]]).indexOf(name);
    const other = bySlot.get(slot);
    if (other !== undefined) return [other, name];
    bySlot.set(slot, name);
  }
}

it('gives a package the same colour whichever thread states are chosen', () => {
  const [first, second] = rivals();
  const tree = new IndexedTree(
    callTree(`${first}.a:C:run RUNNABLE=9 WAITING=2\n${second}.a:C:run RUNNABLE=1 WAITING=9`),
  );
  const places = [['RUNNABLE'], ['WAITING'], ['RUNNABLE', 'WAITING']].map((states) => {
    const { slots } = tree.self(states);
    return [slots.indexOf(first), slots.indexOf(second)];
  });
  expect(new Set(places.map(String)).size).toBe(1);
  expect(places.flat()).not.toContain(-1);
});

it('still colours the ten heaviest packages of the chosen states', () => {
  const many = (prefix: string, state: string, samples: number) =>
    Array.from({ length: SLOT_COUNT }, (_, i) => `${prefix}${i}.a:C:run ${state}=${samples + i}`);
  const tree = new IndexedTree(
    callTree([...many('idle', 'WAITING', 1000), ...many('busy', 'RUNNABLE', 10)].join('\n')),
  );
  const { slots } = tree.self(['RUNNABLE']);
  expect(slots.toSorted()).toEqual(Array.from({ length: SLOT_COUNT }, (_, i) => `busy${i}`));
});
