import { describe, expect, it } from 'vitest';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { callTree } from '@/lib/profile/testing/text';
import { samplesOf } from '@/lib/profile/transform/screen';
import { directionOf, neighbour } from './flame-keys';

const tree = callTree(`
  a 1
    b 5
    c 10
  d 1
    e 1
`);
const samples = { total: samplesOf(tree, ['WALL_TIME']), self: samplesOf(tree, ['WALL_TIME'], 'self') };
const frames = foldFrames(tree, samples, { focus: 0, px: 1000 });
const go = (from: string, direction: Parameters<typeof neighbour>[2]) => {
  const nameOf = (index: number) => tree.names[tree.name[frames[index]?.node ?? 0] ?? 0];
  return nameOf(
    neighbour(
      frames,
      frames.findIndex((_, index) => nameOf(index) === from),
      direction,
    ),
  );
};

describe('neighbour', () => {
  it('moves to the parent and to the widest child', () => {
    expect([go('b', 'parent'), go('a', 'child'), go('', 'child')]).toEqual(['a', 'c', 'a']);
  });

  it('moves along a row, past the edge of a parent', () => {
    expect([go('b', 'right'), go('c', 'right'), go('e', 'left')]).toEqual(['c', 'e', 'c']);
  });

  it('stays at the edges', () => {
    expect([go('', 'parent'), go('b', 'left'), go('e', 'right'), go('e', 'child')]).toEqual([
      '',
      'b',
      'e',
      'e',
    ]);
  });
});

describe('directionOf', () => {
  it('follows the orientation of the graph', () => {
    expect([directionOf('ArrowDown', true), directionOf('ArrowDown', false)]).toEqual(['child', 'parent']);
    expect(directionOf('Enter', true)).toBeUndefined();
  });
});
