import type { ExistingProfiles } from '@/lib/profile/range/existing-profiles';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { PERIOD_TEXTS } from './profile-sources';

/** Whether profiles cover all of a range without a gap. */
export function coversAll({ coverage, count, possible }: ExistingProfiles, range: Span): boolean {
  return coverage.from === range.from && coverage.to === range.to && count >= possible;
}

/** The part of a range that has profiles, and how many are missing in it; `all of it` when none is. */
export function existingText(existing: ExistingProfiles, range: Span, zone: string): string {
  if (coversAll(existing, range)) return 'all of it';
  const { coverage, count, possible, period } = existing;
  if (count >= possible) return formatSpan(coverage, zone);
  return `${formatSpan(coverage, zone)}, ${count} of ${possible} profiles of ${PERIOD_TEXTS[period]}`;
}
