import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryTree } from '../testing/arbitrary-tree';
import { callTree } from '../testing/text';
import { samplesOf } from './screen';
import { selfInAllStates, selfSamples } from './self-samples';

it('adds up subtrees by function and by state', () => {
  const tree = callTree(`
    main RUNNABLE=1
      parse RUNNABLE=2 WAITING=4
        read RUNNABLE=8
      idle WAITING=16
    parse RUNNABLE=32
  `);
  const sums = (states: string[], roots?: number[]) => {
    const { byName, byState, seen } = selfSamples(tree, states, samplesOf(tree, states), roots);
    const names = tree.names.filter((name, i) => name !== '' && seen[i] === 1);
    return [names.map((name) => `${name} ${byName[tree.names.indexOf(name)]}`).join(', '), byState];
  };
  expect(sums(['RUNNABLE', 'WAITING'])).toEqual(['main 1, parse 38, read 8, idle 16', [43, 20]]);
  expect(sums(['RUNNABLE'])).toEqual(['main 1, parse 34, read 8', [43]]);
  expect(sums(['WAITING'], [2, 5])).toEqual(['parse 4', [4]]);
});

it('counts every self sample once', () => {
  fc.assert(
    fc.property(arbitraryTree, (tree) => {
      const total = samplesOf(tree, tree.states);
      const { byName, byState } = selfSamples(tree, tree.states, total);
      const sum = (values: Iterable<number>) => [...values].reduce((all, each) => all + each, 0);
      expect(sum(byName)).toBe(total[0]);
      expect(sum(byState)).toBe(total[0]);
    }),
  );
});

it('counts all states alike whichever were counted before', () => {
  fc.assert(
    fc.property(
      arbitraryTree,
      fc.boolean(),
      fc.array(fc.boolean(), { minLength: 1 }),
      (tree, isWide, choices) => {
        const typed = isWide ? { ...tree, self: tree.self.map((column) => new Float64Array(column)) } : tree;
        const states = tree.states.filter((_, state) => choices[state % choices.length]);
        const { byName } = selfSamples(typed, states, samplesOf(typed, states));
        const all = selfSamples(tree, tree.states, samplesOf(tree, tree.states));
        expect(selfInAllStates(typed, { states, byName })).toEqual(all.byName);
      },
    ),
  );
});
