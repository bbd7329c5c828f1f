import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, sums } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { dropDeeper } from '../tree/drop-deeper';
import { chainName, chainOf } from '../tree/frame-chain';
import { nodeOfPathKey, pathKey } from '../tree/path-key';
import { foldChains } from './fold-chains';
import { hideFunctions } from './hide';
import { mergeTrees } from './merge';

/** Lines as `print` writes them, with chains as `a+b+c`. */
const printed = (folded: CallTree) =>
  print(folded).map((line) => {
    const [, indent = '', name = '', samples = ''] = /^( *)(.*) (\S+)$/.exec(line) ?? [];
    return `${indent}${(chainOf(name) ?? [name]).join('+')} ${samples}`;
  });

/** Trees with long chains, some of whose frames have samples. */
const chains = fc
  .array(
    fc.record({
      path: fc.array(fc.constantFrom('a', 'b', 'c', 'own.x'), { minLength: 1, maxLength: 9 }),
      samples: fc.constantFrom(0, 1, 5000),
    }),
    { maxLength: 6 },
  )
  .map((stacks) => {
    const builder = new CallTreeBuilder();
    for (const { path, samples } of stacks) {
      for (const frame of path) builder.open(frame);
      builder.count('RUNNABLE', samples);
      for (const _ of path) builder.close();
    }
    return mergeTrees([builder.finish()]);
  });

const trees = fc.oneof(arbitraryTree, chains);

describe('foldChains', () => {
  it('draws a chain of frames as one frame', () => {
    const straight = callTree(`
      main 0
        accept 0
          serve 0
            filter 0
              handle 15
              log 5
    `);
    expect(printed(foldChains(straight))).toEqual([
      'main+accept+serve 0',
      '  filter 0',
      '    handle 15',
      '    log 5',
    ]);
  });

  it('keeps a frame that has removed samples next to its only callee', () => {
    const whole = callTree(`
      main 0
        accept 0
          serve 0
            handle 0
              hidden 0
                read 500
              write 500
    `);
    const visible = hideFunctions(dropDeeper(whole, 5), ['hidden']);
    expect(printed(foldChains(visible))).toEqual(['main+accept+serve 0', '  handle 0', '    write 500']);
  });

  it('keeps two frames, frames with self samples and frames with more than one callee', () => {
    expect(foldChains(callTree('main 0\n  serve 0\n    handle 15'))).toEqual(
      callTree('main 0\n  serve 0\n    handle 15'),
    );
    expect(
      printed(foldChains(callTree('a 0\n  b 9\n    c 0\n      d 0\n        e 0\n          f 2'))),
    ).toEqual(['a 0', '  b 9', '    c+d+e 0', '      f 2']);
  });

  it('counts little self samples in the run', () => {
    expect(printed(foldChains(callTree('a 1\n  b 0\n    c 1\n      d 4000')))).toEqual([
      'a+b+c 2',
      '  d 4000',
    ]);
  });

  it('never folds own code away', () => {
    const text = 'a 0\n  b 0\n    own.x 0\n      c 0\n        d 0\n          e 0\n            f 3';
    const isOwn = (name: string) => name.startsWith('own.');
    expect(printed(foldChains(callTree(text), isOwn))).toEqual([
      'a 0',
      '  b 0',
      '    own.x 0',
      '      c+d+e 0',
      '        f 3',
    ]);
  });

  it('keeps all samples: totals, states, and the self of a chain as the sum of its frames', () => {
    fc.assert(
      fc.property(trees, (given) => {
        const folded = foldChains(given);
        expect(sums(folded)).toEqual(sums(given));
        const selfOf = ({ self }: CallTree, state: number, node: number) => self[state]?.[node] ?? 0;
        for (let node = 0; node < folded.name.length; node++) {
          const last = nodeOfPathKey(given, pathKey(folded, node));
          if (last === undefined) throw new Error('a key is lost');
          const chain = chainOf(folded.names[folded.name[node] ?? 0] ?? '');
          const first = last - (chain?.length ?? 1) + 1;
          given.states.forEach((_, state) => {
            let sum = 0;
            for (let at = first; at <= last; at++) sum += selfOf(given, state, at);
            expect(selfOf(folded, state, node)).toBe(sum);
            expect(folded.total[state]?.[node]).toBe(given.total[state]?.[first]);
          });
        }
      }),
    );
  });

  it('leaves no chain to fold, and depth, parents and ends fit together', () => {
    fc.assert(
      fc.property(trees, (given) => {
        const folded = foldChains(given);
        expect(foldChains(folded)).toBe(folded);
        for (let node = 1; node < folded.name.length; node++) {
          const above = folded.parent[node] ?? 0;
          expect(folded.depth[node]).toBe((folded.depth[above] ?? 0) + 1);
          expect(folded.end[node]).toBeGreaterThan(node);
          expect(folded.end[node]).toBeLessThanOrEqual(folded.end[above] ?? 0);
        }
      }),
    );
  });

  it('splits a longer chain into chains of at most a hundred frames', () => {
    const builder = new CallTreeBuilder();
    for (let i = 0; i < 10_000; i++) builder.open(`f${i}`);
    builder.count('RUNNABLE', 1);
    const folded = foldChains(builder.finish());
    expect(folded.name.length).toBeLessThan(200);
    const lengths = folded.names.flatMap((name) => chainOf(name)?.length ?? []);
    expect(Math.max(...lengths)).toBe(100);
  });

  it('finds a frame within a chain by its key', () => {
    const straight = callTree('a 0\n  b 0\n    c 0\n      d 1');
    const inRun = foldChains(straight);
    for (const node of [1, 2, 3]) expect(nodeOfPathKey(inRun, pathKey(straight, node))).toBe(1);
    expect(nodeOfPathKey(inRun, pathKey(straight, 4))).toBe(2);
    expect(pathKey(inRun, 1)).toBe(pathKey(straight, 3));
    expect(chainName(['a', 'b', 'c'])).toBe(inRun.names[inRun.name[1] ?? 0]);
  });
});
