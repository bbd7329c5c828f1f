import type { ExistingProfiles } from '@/lib/profile/range/existing-profiles';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { PERIOD_TEXTS } from './profile-sources';

/** The part of a range that has profiles, and how many are missing in it; `all of it` when none is. */
export function existingText(
  { coverage, count, possible, period }: ExistingProfiles,
  range: Span,
  zone: string,
): string {
  const isAll = coverage.from === range.from && coverage.to === range.to;
  if (count >= possible) return isAll ? 'all of it' : formatSpan(coverage, zone);
  return `${formatSpan(coverage, zone)}, ${count} of ${possible} profiles of ${PERIOD_TEXTS[period]}`;
}
