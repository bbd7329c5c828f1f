import { describe, expect, it } from 'vitest';
import { samplesOf } from './screen';
import { callTree } from './text';
import { topFunctions } from './top-functions';

const tree = callTree(`
  main 1
    walk 2
      walk 4
        read 8
    read 16
  idle 0
`);
const samples = {
  total: samplesOf(tree, ['WALL_TIME']),
  self: samplesOf(tree, ['WALL_TIME'], 'self'),
};

const rows = (root: number) =>
  topFunctions(tree, samples, root).map(({ name, self, total }) => `${name} ${self} ${total}`);

describe('topFunctions', () => {
  it('adds up a function over its callers, a recursive call once', () => {
    expect(rows(0)).toEqual(['main 1 31', 'read 24 24', 'walk 6 14']);
  });

  it('looks below the focused frame only', () => {
    expect(rows(2)).toEqual(['walk 6 14', 'read 8 8']);
  });
});
