import { describe, expect, it } from 'vitest';
import { type CallTree, CallTreeBuilder } from './call-tree';
import { layOut } from './flame-layout';
import { samplesOf } from './screen';
import { callTree } from './text';

/** `row x+width name`, in percent. */
function draw(tree: CallTree, focus: number, px = 1000): string[] {
  return layOut(tree, samplesOf(tree, tree.states), { focus, px }).map(({ node, row, x, width }) => {
    const name = tree.names[tree.name[node] ?? 0] || 'all';
    return `${row} ${Math.round(x * 100)}+${Math.round(width * 100)} ${name}`;
  });
}

const tree = callTree(`
  main 10
    parse 30
    load 20
      read 20
  idle 20
`);

describe('layOut', () => {
  it('places siblings side by side by name, under their parent', () => {
    expect(draw(tree, 0)).toEqual([
      '0 0+100 all',
      '1 0+20 idle',
      '1 20+80 main',
      '2 20+40 load',
      '3 20+20 read',
      '2 60+30 parse',
    ]);
  });

  it('fills the width with the focused frame', () => {
    expect(draw(tree, 3)).toEqual(['0 0+100 load', '1 0+50 read']);
  });

  it('names each frame’s parent among the frames drawn', () => {
    const frames = layOut(tree, samplesOf(tree, tree.states), { focus: 1, px: 1000 });
    expect(frames.map(({ parent }) => parent)).toEqual([-1, 0, 1, 0]);
  });

  it('leaves out what is narrower than a pixel, and its place empty', () => {
    expect(draw(callTree('wide 98\nhair 1\nzone 1'), 0, 50)).toEqual(['0 0+100 all', '1 0+98 wide']);
  });

  it('draws 2,000 frames at most', () => {
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < 9000; depth++) builder.open('f');
    builder.count('RUNNABLE', 1);
    expect(draw(builder.finish(), 0)).toHaveLength(2000);
  });
});
