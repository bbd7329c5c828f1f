'use client';

import { useRange } from '@/components/range/use-range';
import { absoluteRange, type Span } from '@/lib/time/range';
import type { ChangeSettings, ProfileSettings } from './profile-settings';

/** Makes a span the page's range, in place of the latest profile. */
export function useShowRange(
  { latest }: Pick<ProfileSettings, 'latest'>,
  onChange: ChangeSettings,
): (span: Span) => Promise<void> {
  const { setRange } = useRange();
  return async (span) => {
    // The range is added to the URL as it is at that point.
    if (latest) await onChange({ latest: null }, 'replace');
    setRange(absoluteRange(span));
  };
}
