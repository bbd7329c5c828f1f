import { describe, expect, it } from 'vitest';
import { callTree, print } from '../testing/text';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { mergeTrees } from './merge';

describe('mergeTrees', () => {
  it('merges frames by path and keeps those of only one tree', () => {
    const a = callTree(`
      main 1
        parse 30
        render 10
          paint 60
    `);
    const b = callTree(`
      main 2
        render 5
          layout 7
        parse 1
      gc 4
    `);
    expect(print(mergeTrees([a, b]))).toEqual([
      'main 3',
      '  parse 31',
      '  render 15',
      '    paint 60',
      '    layout 7',
      'gc 4',
    ]);
  });

  it('merges thread states', () => {
    const merged = mergeTrees([callTree('run RUNNABLE=2'), callTree('run BLOCKED=3 RUNNABLE=1')]);
    expect(merged.states).toEqual(['RUNNABLE', 'BLOCKED']);
    expect(print(merged)).toEqual(['run RUNNABLE=3 BLOCKED=3']);
    expect(merged.total.map((column) => column[0])).toEqual([3, 3]);
  });

  it('merges siblings of the same name within a tree', () => {
    expect(
      print(
        mergeTrees([
          callTree(`
            a 1
            b 1
            a 2
              c 3
          `),
        ]),
      ),
    ).toEqual(['a 3', '  c 3', 'b 1']);
  });

  it('returns only the root when there are no trees', () => {
    expect(mergeTrees([]).name).toHaveLength(1);
  });

  it('keeps the alphabetically first file and the span of its lines in any order', () => {
    const located = (file: string, from: number, to: number) => {
      const builder = new CallTreeBuilder();
      builder.open('f');
      builder.inFile(file);
      builder.atLines(from, to);
      return builder.finish();
    };
    const trees = [located('b.py', 1, 9), located('a.py', 5, 6), located('a.py', 3, 4)];
    for (const order of [trees, trees.toReversed()]) {
      const merged = mergeTrees(order);
      expect(merged.files[merged.file[1] ?? -1]).toBe('a.py');
      expect([merged.lineFrom[1], merged.lineTo[1]]).toEqual([3, 6]);
    }
  });
});
