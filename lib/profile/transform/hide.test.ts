import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, contents, stacks, sums } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { collapseFunctions, hideFunctions } from './hide';
import { mergeTrees } from './merge';
import { cutForScreen, samplesOf } from './screen';

const tree = callTree(`
  main 1
    proxy 2
      parse 4
      render 8
        proxy 16
          proxy 32
            paint 64
    parse 128
      read 256
`);

const someNames = fc.subarray(['a', 'b', 'c', '__proto__', 'children', '10', '']);

describe('hideFunctions', () => {
  it('moves self and callees to the caller and merges siblings of the same name', () => {
    expect(print(hideFunctions(tree, ['proxy']))).toEqual([
      'main 3',
      '  parse 132',
      '    read 256',
      '  render 56',
      '    paint 64',
    ]);
  });

  it('moves the self of first frames to the root', () => {
    expect(print(hideFunctions(tree, ['main', 'proxy', 'render', 'paint']))).toEqual([
      '(root) 123',
      'parse 132',
      '  read 256',
    ]);
  });

  it('returns the tree itself when no function has the name', () => {
    expect(hideFunctions(tree, ['nobody', ''])).toBe(tree);
  });

  it('removes the frames from each stack', () => {
    fc.assert(
      fc.property(arbitraryTree, someNames, (any, names) => {
        const hidden = hideFunctions(any, names);
        expect(stacks(hidden)).toEqual(stacks(any, (frames) => frames.filter((f) => !names.includes(f))));
        expect(sums(hidden)).toEqual(sums(any));
        expect(contents(mergeTrees([hidden]))).toEqual(contents(hidden));
        expect(hideFunctions(hidden, names)).toBe(hidden);
      }),
    );
  });

  it('commutes with merging', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, someNames, (a, b, names) => {
        const mergedFirst = hideFunctions(mergeTrees([a, b]), names);
        expect(contents(mergeTrees([hideFunctions(a, names), hideFunctions(b, names)]))).toEqual(
          contents(mergedFirst),
        );
      }),
    );
  });

  it('keeps the totals of a tree that was cut for a screen', () => {
    const { tree: cut } = cutForScreen(tree, { samples: samplesOf(tree, ['WALL_TIME']), width: 6 });
    const hidden = hideFunctions(cut, ['proxy']);
    expect(print(hidden)).toEqual(['main 3', '  render 56', '  parse 128', '    read 256']);
    expect([...(hidden.total[0] ?? [])]).toEqual([511, 511, 120, 384, 256]);
  });

  it('hides 20,000 nested frames of one name', () => {
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < 20_000; depth++) builder.open(depth === 10_000 ? 'kept' : 'f');
    builder.count('WALL_TIME', 1);
    expect(print(hideFunctions(builder.finish(), ['f']))).toEqual(['kept 1']);
  });
});

describe('collapseFunctions', () => {
  it('turns the samples of callees into self', () => {
    expect(print(collapseFunctions(tree, ['render', 'read']))).toEqual([
      'main 1',
      '  proxy 2',
      '    parse 4',
      '    render 120',
      '  parse 128',
      '    read 256',
    ]);
  });

  it('ends each stack at its first collapsed frame', () => {
    fc.assert(
      fc.property(arbitraryTree, someNames, (any, names) => {
        const cut = (frames: string[]) => {
          const last = frames.findIndex((frame) => names.includes(frame));
          return last < 0 ? frames : frames.slice(0, last + 1);
        };
        const collapsed = collapseFunctions(any, names);
        expect(stacks(collapsed)).toEqual(stacks(any, cut));
        expect(sums(collapsed)).toEqual(sums(any));
      }),
    );
  });

  it('commutes with merging', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, someNames, (a, b, names) => {
        expect(contents(mergeTrees([collapseFunctions(a, names), collapseFunctions(b, names)]))).toEqual(
          contents(collapseFunctions(mergeTrees([a, b]), names)),
        );
      }),
    );
  });
});
