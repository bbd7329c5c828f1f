import { describe, expect, it } from 'vitest';
import type { ComparedView } from '@/lib/profile/view/view';
import { comparedResult, comparisonWarnings } from './comparison-text';

const QUIET = {
  settings: { latest: null },
  sides: { isBaselineUnreadable: false },
  view: undefined,
  isCurrent: false,
  isFocusMissing: false,
};

const viewWith = (change: Partial<ComparedView>) =>
  ({ samples: { baseline: 1, comparison: 1 }, ...change }) as ComparedView;

describe('comparisonWarnings', () => {
  it('is empty for a comparison that shows its settings', () => {
    expect(comparisonWarnings({ ...QUIET, view: viewWith({}), isCurrent: true })).toEqual([]);
  });

  it('names a side without samples once the comparison is current', () => {
    const view = viewWith({ samples: { baseline: 0, comparison: 5 } });
    expect(comparisonWarnings({ ...QUIET, view })).toEqual([]);
    expect(comparisonWarnings({ ...QUIET, view, isCurrent: true })).toEqual([
      'The baseline has no samples in the selected thread states.',
    ]);
  });

  it('leaves two sides without samples to the notice in place of the graph', () => {
    const view = viewWith({ samples: { baseline: 0, comparison: 0 } });
    expect(comparisonWarnings({ ...QUIET, view, isCurrent: true })).toEqual([]);
  });

  it('reports an unreadable baseline, the latest profile and a missing frame', () => {
    const warnings = comparisonWarnings({
      ...QUIET,
      settings: { latest: 'PT1H' },
      sides: { isBaselineUnreadable: true },
      isFocusMissing: true,
    });
    expect(warnings).toHaveLength(3);
  });
});

describe('comparedResult', () => {
  const resultOf = (change: Partial<ComparedView>, search = 'cart') =>
    comparedResult({ view: viewWith({ unit: 'share', focus: '', ...change }), isSearching: false }, search);

  it('has both sides and their change, or states that nothing matches', () => {
    const found = { baseline: 0.1, comparison: 0.3, functions: 2, frames: 12 };
    expect(resultOf({ found })?.text).toBe(
      'Found: 10.0 % of the baseline, 30.0 % of the comparison (+20.0 pts), in 2 functions',
    );
    const samples = { ...found, baseline: 120, comparison: 1300 };
    expect(resultOf({ unit: 'samples', found: samples })?.text).toBe(
      'Found: 120 samples of the baseline, 1,300 samples of the comparison (+1,180), in 2 functions',
    );
    expect(resultOf({ found: { baseline: 0, comparison: 0, functions: 0, frames: 0 } })?.text).toBe(
      'No function matches.',
    );
  });

  it('counts the matches and those that are drawn', () => {
    const view = viewWith({
      ...{ unit: 'share', focus: '' },
      found: { baseline: 0.1, comparison: 0.3, functions: 1, frames: 12 },
    });
    const drawn = { frames: 9, names: new Set(['cart']) };
    expect(comparedResult({ view, isSearching: false }, 'cart', drawn)?.text).toMatch(
      /, in 1 function · 12 matches, 9 drawn$/,
    );
  });

  it('is an error for an invalid expression, and undefined without a search', () => {
    expect(resultOf({ searchError: 'No.' })).toEqual({ text: 'No.', isError: true });
    expect(resultOf({ searchError: 'No.' }, '')).toBeUndefined();
  });

  it('is pending while the comparison answers an earlier search', () => {
    const view = viewWith({
      unit: 'share',
      focus: '',
      found: { baseline: 0, comparison: 0, functions: 0, frames: 0 },
    });
    expect(comparedResult({ view, isSearching: true }, 'cart')).toEqual({ text: 'Searching …' });
    expect(comparedResult({ view, isSearching: true }, ' ')).toBeUndefined();
    expect(comparedResult({ view: undefined, isSearching: true }, 'cart')).toBeUndefined();
  });
});
