import type { Span } from '@/lib/time/range';
import { STRIP_PERIOD_NAMES, type StripPeriod } from './profile-periods';
import { MIN_STRIP_MS, stripPeriod } from './strip';

/** One side of a comparison: its range, and the instant that is at the same place in both strips. */
export type StripSide = { span: Span; at: number };

/** The strips of both sides: equally long, and of profiles of the same length. */
export type SideStrips = { period: StripPeriod; baseline: Span; comparison: Span };

/**
 * Strips around two ranges, in which the same place is the same time before or after `at`. A strip reaches beyond now only if the
 * other side's range is longer than what its own has until now.
 */
export function sideStrips(baseline: StripSide, comparison: StripSide, now: number): SideStrips {
  const sides = [baseline, comparison];
  const stripsOf = (period: StripPeriod): Span[] => {
    const lead = Math.max(...sides.map(({ at, span }) => at - span.from));
    const tail = Math.max(...sides.map(({ at, span }) => span.to - at));
    const length = Math.max(MIN_STRIP_MS[period], lead + tail);
    const centred = lead + (length - lead - tail) / 2;
    const endsByNow = sides.map(({ at, span }) => length - (Math.max(now, span.to) - at));
    const before = Math.min(
      Math.max(centred, ...endsByNow),
      length - tail,
      ...sides.map(({ at }) => at), // No time is before 1970.
    );
    return sides.map(({ at }) => ({ from: at - before, to: at - before + length }));
  };
  const longest = (strips: readonly Span[]) =>
    Math.max(...strips.map((strip) => STRIP_PERIOD_NAMES.indexOf(stripPeriod(strip, now))));
  // Longer profiles need longer strips, which may reach to where AWS has only longer profiles still.
  const period = STRIP_PERIOD_NAMES.find((each, i) => longest(stripsOf(each)) <= i) ?? 'P1D';
  const [before, after] = stripsOf(period);
  return { period, baseline: before ?? baseline.span, comparison: after ?? comparison.span };
}
