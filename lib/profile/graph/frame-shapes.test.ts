import { describe, expect, it } from 'vitest';
import { callTree } from '../testing/text';
import { samplesOf } from '../transform/screen';
import { foldFrames } from './fold-frames';
import { frameShapes } from './frame-shapes';

const tree = callTree(`
  main 10
    parse 58
      eye 2
    render 30
`);
const frames = foldFrames(
  tree,
  { total: samplesOf(tree, tree.states), self: samplesOf(tree, tree.states, 'self') },
  { focus: 0, px: 1000 },
);
const styles = frames.map(({ node }) => ({
  label: tree.names[tree.name[node] ?? 0] || 'all',
  fill: node % 2 ? 'red' : 'blue',
}));
const shapes = (rootOnTop: boolean) => frameShapes(frames, styles, { px: 1000, rootOnTop });

describe('frameShapes', () => {
  it('draws all frames with the same fill as one path', () => {
    expect(shapes(true)).toMatchObject({
      height: 80,
      paths: [
        { fill: 'blue', d: 'M0 0h999v19h-999zM0 40h599v19h-599zM600 40h299v19h-299z' },
        { fill: 'red', d: 'M0 20h999v19h-999zM0 60h19v19h-19z' },
      ],
    });
  });

  it('labels frames that are wide enough', () => {
    expect(shapes(true).labels.map(({ text, row }) => `${row} ${text}`)).toEqual([
      '0 all',
      '1 main',
      '2 parse',
      '2 render',
    ]);
  });

  it('puts the root at the bottom', () => {
    expect(shapes(false).labels.map(({ text, row }) => `${row} ${text}`)).toEqual([
      '3 all',
      '2 main',
      '1 parse',
      '1 render',
    ]);
  });

  it('can omit the frames that are wide enough for a label', () => {
    const narrow = frameShapes(frames, styles, { px: 1000, rootOnTop: true, isNarrowOnly: true });
    expect(narrow).toEqual({
      height: 80,
      paths: [{ key: '0 red', fill: 'red', d: 'M0 60h19v19h-19z' }],
      labels: [],
    });
  });

  it('splits a deep graph into bands of rows', () => {
    const deep = Array.from({ length: 250 }, (_, row) => ({
      node: 0,
      parent: row - 1,
      row,
      x: 0,
      width: 1,
      samples: 1,
    }));
    const fill = deep.map(() => ({ label: '', fill: 'red' }));
    expect(frameShapes(deep, fill, { px: 100, rootOnTop: false }).paths).toHaveLength(3);
  });
});
