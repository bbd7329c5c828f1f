'use client';

import { useRange } from '@/components/range/use-range';
import { comparedSpan } from '@/lib/profile/range/compared-span';
import { widened } from '@/lib/profile/range/profile-periods';
import { useRecordedTimes } from '../request/use-recorded-times';
import type { CompareSettings } from '../settings/profile-settings';
import { baselineSide, type ComparedSide } from './baseline';

/** A side with the range it was chosen by, and that range widened to whole aggregated profiles. */
export type RequestedSide = ComparedSide & { requested: ComparedSide };

/** Both sides of a comparison: the baseline in the settings, and the group in the page's range. */
export function useSides(
  group: string,
  settings: CompareSettings,
): { baseline: RequestedSide; comparison: RequestedSide; isBaselineUnreadable: boolean } {
  const { span, now, zone } = useRange();
  const comparison = { group, span: comparedSpan(span, now, useRecordedTimes(group)) };
  const { isUnreadable, ...baseline } = baselineSide(settings, comparison, now, zone);
  const baselineRecorded = useRecordedTimes(baseline.group);
  const requested = {
    ...baseline,
    span: baseline.kept ? baseline.span : widened(baseline.span, now, baselineRecorded),
  };
  return {
    baseline: { ...baseline, requested },
    comparison: { group, span, requested: comparison },
    isBaselineUnreadable: isUnreadable,
  };
}
