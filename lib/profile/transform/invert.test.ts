import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, stacks, sums } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { invert, invertForScreen } from './invert';
import { mergeTrees } from './merge';
import { samplesOf } from './screen';

const tree = callTree(`
  main 1
    parse 0
      read 40
    render 2
      paint 12
        read 8
      layout 16
  gc 4
`);

const ofAll = (any: CallTree) => samplesOf(any, any.states, 'self');

/** Path of names → total and self of each state. */
function figures(any: CallTree): Map<string, string> {
  const path: string[] = [];
  return new Map(
    Array.from(any.name, (name, node) => {
      path.splice(any.depth[node] ?? 0, path.length, any.names[name] ?? '');
      const counts = any.states.map((_, i) => [any.total[i]?.[node], any.self[i]?.[node]]);
      return [JSON.stringify(path), JSON.stringify(counts)];
    }),
  );
}

describe('invert', () => {
  it('leaves samples outside any frame to the root', () => {
    const builder = new CallTreeBuilder();
    builder.count('WALL_TIME', 7);
    expect(print(invert(builder.finish()))).toEqual(['(root) 7']);
  });

  it('reverses each stack, and is its own inverse', () => {
    fc.assert(
      fc.property(arbitraryTree, (any) => {
        const inverted = invert(any);
        expect(stacks(inverted)).toEqual(stacks(any, (frames) => frames.toReversed()));
        expect(sums(inverted)).toEqual(sums(any));
        expect(stacks(invert(inverted))).toEqual(stacks(any));
      }),
    );
  });

  it('commutes with merging', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, (a, b) => {
        const mergedFirst = invert(mergeTrees([a, b]));
        expect(stacks(mergeTrees([invert(a), invert(b)]))).toEqual(stacks(mergedFirst));
      }),
    );
  });

  it('merges the lines of a frame over all its callers', () => {
    const builder = new CallTreeBuilder();
    for (const [callee, line] of [
      ['a', 5],
      ['b', 9],
    ] as const) {
      builder.open(callee);
      builder.open('read');
      builder.inFile('io.py');
      builder.atLines(line, line + 1);
      builder.count('WALL_TIME', 1);
      builder.close();
      builder.close();
    }
    const inverted = invert(builder.finish());
    expect(inverted.names[inverted.name[1] ?? 0]).toBe('read');
    expect([inverted.files[inverted.file[1] ?? -1], inverted.lineFrom[1], inverted.lineTo[1]]).toEqual([
      'io.py',
      5,
      10,
    ]);
  });
});

describe('invertForScreen', () => {
  it('lists functions by self and their callers below', () => {
    const whole = invertForScreen(tree, { samples: ofAll(tree), width: 1000 });
    expect(print(whole.tree)).toEqual([
      'read 0',
      '  parse 0',
      '    main 40',
      '  paint 0',
      '    render 0',
      '      main 8',
      'layout 0',
      '  render 0',
      '    main 16',
      'paint 0',
      '  render 0',
      '    main 12',
      'gc 4',
      'render 0',
      '  main 2',
      'main 1',
    ]);
  });

  it('leaves out frames narrower than a pixel, but counts them in the total above', () => {
    const { tree: shown } = invertForScreen(tree, { samples: ofAll(tree), width: 8 });
    expect(print(shown)).toEqual([
      'read 0',
      '  parse 0',
      '    main 40',
      'layout 0',
      '  render 0',
      '    main 16',
      'paint 0',
      '  render 0',
      '    main 12',
    ]);
    expect(shown.total[0]?.[0]).toBe(83);
    expect(shown.total[0]?.[1]).toBe(48);
    expect([...(shown.omitted ?? [])]).toEqual([3, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('fills the width with the focused frame', () => {
    const { tree: shown, focus } = invertForScreen(tree, {
      samples: ofAll(tree),
      width: 12,
      focus: ['read', 'paint'],
    });
    expect(print(shown)).toEqual(['read 0', '  paint 0', '    render 0', '      main 8']);
    expect(focus).toBe(2);
    expect(shown.total[0]?.slice(0, 3)).toEqual(Float64Array.of(83, 48, 8));
  });

  it('shows the whole tree when no stack has the frames of the focus', () => {
    const screen = { samples: ofAll(tree), width: 1000 };
    for (const focus of [['read', 'gc'], ['nobody'], ['']]) {
      const lost = invertForScreen(tree, { ...screen, focus });
      expect(lost.focus).toBeUndefined();
      expect(stacks(lost.tree)).toEqual(stacks(invert(tree)));
    }
  });

  it('measures by the visible states, but has samples of all states', () => {
    const mixed = callTree('busy RUNNABLE=99 WAITING=1\nasleep WAITING=1000');
    const samples = samplesOf(mixed, ['RUNNABLE'], 'self');
    const { tree: shown } = invertForScreen(mixed, { samples, width: 100 });
    expect(print(shown)).toEqual(['busy RUNNABLE=99 WAITING=1']);
  });

  it('is empty when nothing has samples', () => {
    const empty = callTree('a 0\n  b 0');
    expect(invertForScreen(empty, { samples: ofAll(empty), width: 100 }).tree.name).toHaveLength(1);
  });

  it('has the widest frames of the inverted tree with the same samples', () => {
    fc.assert(
      fc.property(
        arbitraryTree,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 12 }),
        (any, width, maxFrames) => {
          const whole = figures(invert(any));
          const wide = invertForScreen(any, { samples: ofAll(any), width, maxFrames: 10_000 }).tree;
          for (const [path, counts] of figures(wide)) expect(whole.get(path)).toBe(counts);
          const totals = samplesOf(wide, wide.states).sort().reverse();
          expect(totals.at(-1)).toBeGreaterThanOrEqual((totals[0] ?? 0) / width);
          const few = invertForScreen(any, { samples: ofAll(any), width, maxFrames }).tree;
          expect(samplesOf(few, few.states).sort().reverse()).toEqual(totals.slice(0, maxFrames));
        },
      ),
    );
  });

  it('handles 10,000 recursive calls', () => {
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < 10_000; depth++) {
      builder.open('f');
      builder.count('WALL_TIME', 1);
    }
    const deep = builder.finish();
    const { tree: shown } = invertForScreen(deep, { samples: ofAll(deep), width: 1000, maxFrames: 300 });
    expect(Math.max(...shown.depth)).toBe(299);
    expect(shown.total[0]?.slice(0, 4)).toEqual(Float64Array.of(10_000, 10_000, 9999, 9998));
  });
});
