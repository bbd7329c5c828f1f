'use client';

import { useRange } from '@/components/range/use-range';
import { widened } from '@/lib/profile/range/profile-periods';
import type { CompareSettings } from '../settings/profile-settings';
import { baselineSide, type ComparedSide, comparedSpan } from './baseline';

/** A side with the range it was chosen by, and that range widened to whole aggregated profiles. */
export type RequestedSide = ComparedSide & { requested: ComparedSide };

/** Both sides of a comparison: the baseline in the settings, and the group in the page's range. */
export function useSides(
  group: string,
  settings: CompareSettings,
): { baseline: RequestedSide; comparison: RequestedSide; isBaselineUnreadable: boolean } {
  const { span, now, zone } = useRange();
  const comparison = { group, span: comparedSpan(span, now) };
  const { isUnreadable, ...baseline } = baselineSide(settings, comparison, now, zone);
  return {
    baseline: { ...baseline, requested: { group: baseline.group, span: widened(baseline.span, now) } },
    comparison: { group, span, requested: comparison },
    isBaselineUnreadable: isUnreadable,
  };
}
