import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree } from '../testing/arbitrary-tree';
import { callTree } from '../testing/text';
import { samplesOf } from '../transform/screen';
import { topList } from '../transform/top-functions';
import { chosenStates } from '../tree/states';
import { comparableSamples, hottestShare, shareChange } from './group-summary';
import { hottestFunction } from './hottest-function';

const tree = callTree(`
  main 0
    parse 30
      read 5
    render 10
      parse 20
`);

describe('hottestFunction', () => {
  it('adds up the self samples of all frames of a function', () => {
    expect(hottestFunction(tree)).toMatchObject({ samples: 65, hottest: { name: 'parse', self: 50 } });
  });

  it('has the figures of a given function, if it has samples', () => {
    expect(hottestFunction(tree, 'all', 'read').hottest).toEqual({ name: 'read', self: 5 });
    expect(hottestFunction(tree, 'all', 'main').hottest).toBeUndefined();
    expect(hottestFunction(tree, 'all', 'gone').hottest).toBeUndefined();
  });

  it('is the first of the table of functions by self', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.constantFrom('cpu' as const, 'all' as const), (any, preset) => {
        const states = chosenStates(preset, any.states);
        const [total, self] = [samplesOf(any, states, 'total'), samplesOf(any, states, 'self')];
        const { functions, samples } = topList(any, { total, self }, 0);
        const highest = Math.max(0, ...functions.map((each) => each.self));
        const found = hottestFunction(any, preset);
        expect([found.hottest?.self ?? 0, found.samples]).toEqual([highest, samples]);
      }),
    );
  });
});

describe('the change since the period before', () => {
  const summary = {
    ...hottestFunction(tree),
    group: 'shop',
    before: { samples: 100, self: 40, coverage: { from: 0, to: 100 } },
  };

  it('is one of shares', () => {
    expect(hottestShare(summary)).toBeCloseTo(50 / 65);
    expect(shareChange(summary)?.change).toBeCloseTo(50 / 65 - 0.4);
    expect(shareChange({ ...summary, before: undefined })).toBeUndefined();
  });

  it('has samples to compare with only when both cover about the same time', () => {
    expect(comparableSamples(summary, { from: 100, to: 205 })).toBe(100);
    expect(comparableSamples(summary, { from: 100, to: 300 })).toBeUndefined();
    expect(comparableSamples(summary, { from: 100, to: 140 })).toBeUndefined();
    expect(comparableSamples(summary, undefined)).toBe(100);
  });
});
