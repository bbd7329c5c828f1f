import type { Coverage, Warning } from '@/lib/answer/answer';
import type { Profile } from '@/lib/profile/call-tree';
import { MINUTE } from '@/lib/time/duration';

/** AWS's smallest profile; it never splits one, so up to this much is missing at each end of any range. */
const SMALLEST_PROFILE = 5 * MINUTE;

/** What a profile covers of the range asked for, and a warning when that is clearly less. */
export function coverageOf(
  { start, end }: Profile,
  asked: Coverage | undefined,
): { coverage?: Coverage; partial: boolean; warnings: Warning[] } {
  if (start === undefined || end === undefined || end < start) {
    return { partial: false, warnings: ['AWS does not say which time this profile covers.'] };
  }
  const coverage = { from: start, to: end };
  const short =
    asked !== undefined &&
    (coverage.from - asked.from > SMALLEST_PROFILE || asked.to - coverage.to > SMALLEST_PROFILE);
  if (!short) return { coverage, partial: false, warnings: [] };
  return {
    coverage,
    partial: true,
    warnings: [
      `AWS has profiles from ${utc(coverage.from)} to ${utc(coverage.to)} UTC only, not for the whole range asked for.`,
    ],
  };
}

const utc = (instant: number) => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
