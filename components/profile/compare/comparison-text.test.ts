import { describe, expect, it } from 'vitest';
import type { ComparedView } from '@/lib/profile/view/view';
import { comparisonWarnings } from './comparison-text';

const QUIET = {
  settings: { latest: null, search: '' },
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

  it('reports an invalid expression only while there is a search', () => {
    const view = viewWith({ searchError: 'missing )' });
    expect(comparisonWarnings({ ...QUIET, view })).toEqual([]);
    const settings = { latest: null, search: '/(/' };
    expect(comparisonWarnings({ ...QUIET, settings, view })).toEqual(['missing )']);
  });

  it('reports an unreadable baseline, the latest profile and a missing frame', () => {
    const warnings = comparisonWarnings({
      ...QUIET,
      settings: { latest: 'PT1H', search: '' },
      sides: { isBaselineUnreadable: true },
      isFocusMissing: true,
    });
    expect(warnings).toHaveLength(3);
  });
});
