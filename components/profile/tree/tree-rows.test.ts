import { describe, expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { samplesOf } from '@/lib/profile/transform/screen';
import { CallTreeBuilder } from '@/lib/profile/tree/call-tree-builder';
import { MAX_ROWS, treeRows } from './tree-rows';

const tree = callTree(`
  main 0
    parse 1
      read 2
    render 9
  idle 4
`);
const total = samplesOf(tree, ['WALL_TIME']);
const shown = (opened: number[]) =>
  treeRows(tree, total, 0, new Set(opened)).rows.map(({ node, level, position, siblingCount, isOpen }) => {
    const mark = isOpen === undefined ? '·' : isOpen ? '▾' : '▸';
    return `${'  '.repeat(level - 1)}${mark} ${tree.names[tree.name[node] ?? 0] || 'all'} ${position}/${siblingCount}`;
  });

describe('treeRows', () => {
  it('returns the expanded rows, the heaviest siblings first', () => {
    expect(shown([0, 1])).toEqual([
      '▾ all 1/1',
      '  ▾ main 1/2',
      '    · render 1/2',
      '    ▸ parse 2/2',
      '  · idle 2/2',
    ]);
    expect(shown([])).toEqual(['▸ all 1/1']);
  });

  it('stops at the maximum, also in a stack 10,000 deep', () => {
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < 10_000; depth++) builder.open('f');
    builder.count('WALL_TIME', 1);
    const deep = builder.finish();
    const all = new Set(deep.name.keys());
    const { rows, isTruncated } = treeRows(deep, samplesOf(deep, ['WALL_TIME']), 0, all);
    expect([rows.length, isTruncated]).toEqual([MAX_ROWS, true]);
  });
});
