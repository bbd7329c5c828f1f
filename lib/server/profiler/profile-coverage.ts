import type { Coverage, Warning } from '@/lib/answer/answer';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { utcSpan, utcTime } from './format-utc';

/** AWS's smallest profile; it never splits one, so up to this much is missing at each end of any range. */
const SMALLEST_PROFILE = 5 * MINUTE;

type Covering = { start?: number; end?: number };

/** What profiles cover of the range asked for together, and warnings when that is clearly less. */
export function coverageOf(
  profiles: readonly Covering[],
  asked: Coverage | undefined,
): { coverage?: Coverage; partial: boolean; warnings: Warning[] } {
  const spans = profiles
    .flatMap(({ start, end }) =>
      start === undefined || end === undefined || end < start ? [] : [{ from: start, to: end }],
    )
    .toSorted((a, b) => a.from - b.from);
  const [first] = spans;
  if (!first || spans.length < profiles.length) {
    return { partial: false, warnings: ['AWS does not say which time this profile covers.'] };
  }
  const coverage = { from: first.from, to: Math.max(...spans.map(({ to }) => to)) };
  const isShort =
    asked !== undefined &&
    (coverage.from - asked.from > SMALLEST_PROFILE || asked.to - coverage.to > SMALLEST_PROFILE);
  const short = `AWS has profiles from ${utcTime(coverage.from)} to ${utcTime(coverage.to)} UTC only, not for the whole range asked for.`;
  const holes = holesOf(spans);
  return {
    coverage,
    partial: isShort || holes.length > 0,
    warnings: [...(isShort ? [short] : []), ...holes],
  };
}

/** The parts in the middle that no profile covers, in words. */
function holesOf(spans: readonly Coverage[]): Warning[] {
  const sentences: Warning[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { from, to } of spans) {
    if (from - end > HOUR)
      sentences.push(`Nothing from ${utcSpan({ from: end, to: from })} is in this profile.`);
    end = end === Number.POSITIVE_INFINITY ? to : Math.max(end, to);
  }
  return sentences;
}
