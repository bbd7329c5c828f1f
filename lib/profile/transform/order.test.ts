import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, contents } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { orderSiblings } from './order';
import { samplesOf } from './screen';

const tree = callTree(`
  main 1
    parse 2
    load 4
      read 8
      open 16
    Zip 4
  gc 64
`);

describe('orderSiblings', () => {
  it('sorts by name, moving subtrees with their frames', () => {
    expect(print(orderSiblings(tree, 'name').tree)).toEqual([
      'gc 64',
      'main 1',
      '  Zip 4',
      '  load 4',
      '    open 16',
      '    read 8',
      '  parse 2',
    ]);
  });

  it('sorts by samples in descending order, keeping the order of ties', () => {
    const { tree: ordered, source } = orderSiblings(tree, samplesOf(tree, tree.states, 'self'));
    expect(print(ordered)).toEqual([
      'gc 64',
      'main 1',
      '  load 4',
      '    open 16',
      '    read 8',
      '  Zip 4',
      '  parse 2',
    ]);
    expect([...source]).toEqual([0, 7, 1, 3, 5, 4, 6, 2]);
  });

  it('changes nothing but the order, and is idempotent', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.boolean(), (any, byName) => {
        const orderOf = (t: typeof any) => (byName ? 'name' : samplesOf(t, t.states));
        const { tree: ordered } = orderSiblings(any, orderOf(any));
        expect(contents(ordered)).toEqual(contents(any));
        for (let node = 0; node < ordered.name.length; node++) {
          const next = ordered.end[node] ?? 0;
          if (next >= (ordered.end[ordered.parent[node] ?? 0] ?? 0) || node === 0) continue;
          const nameAt = (at: number) => ordered.names[ordered.name[at] ?? 0] ?? '';
          const totals = samplesOf(ordered, ordered.states);
          if (byName) expect(nameAt(node) < nameAt(next)).toBe(true);
          else expect(totals[node]).toBeGreaterThanOrEqual(totals[next] ?? 0);
        }
        expect(orderSiblings(ordered, orderOf(ordered)).tree).toBe(ordered);
      }),
    );
  });

  it('sorts 20,000 siblings and 20,000 nested frames', () => {
    const builder = new CallTreeBuilder();
    for (let i = 0; i < 20_000; i++) {
      builder.open(`f${i}`);
      builder.close();
    }
    for (let depth = 0; depth < 20_000; depth++) builder.open('a');
    const { tree: ordered } = orderSiblings(builder.finish(), 'name');
    expect([ordered.depth[20_000], ordered.names[ordered.name[20_001] ?? 0]]).toEqual([20_000, 'f0']);
  });
});
