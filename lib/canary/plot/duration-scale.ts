import { durationTicks, tickLabel } from '../duration-axis';
import { ascendingOf, percentileOfAscending } from '../durations';

export type ScaleKind = 'linear' | 'log';

/** The axis of durations. `share` is the height of a duration, 0–1. */
export type DurationScale = {
  kind: ScaleKind;
  topMs: number;
  /** Runs longer than the top, whose bars are cut. */
  cutCount: number;
  p95: number | undefined;
  ticks: { ms: number; label: string }[];
  share(ms: number): number;
};

/** The percentile that the axis always shows, and how much longer the longest run may be before its bar is cut. */
const SHOWN_PERCENT = 98;
const MAX_STRETCH = 2;
const MAX_TICKS = 4;
/** A log axis spans at most this factor, so that one run of a millisecond doesn't flatten the others. */
const MAX_LOG_FACTOR = 10_000;

/** An axis that a few slow runs can't flatten: they are cut, or the axis is logarithmic. NaN durations are unknown. */
export function durationScale(durations: ArrayLike<number>, kind: ScaleKind): DurationScale {
  const known = ascendingOf(durations).filter((ms) => !Number.isNaN(ms));
  const longest = Math.max(0, known.at(-1) ?? 0);
  const p95 = percentileOfAscending(known, 95);
  return kind === 'log' ? logScale(known, longest, p95) : linearScale(known, longest, p95);
}

function linearScale(known: Float64Array, longest: number, p95: number | undefined): DurationScale {
  const usual = percentileOfAscending(known, SHOWN_PERCENT) ?? 0;
  const ticks = durationTicks(usual > 0 && longest > MAX_STRETCH * usual ? usual : longest, MAX_TICKS);
  const topMs = ticks.at(-1)?.ms ?? 1;
  const cutCount = known.filter((ms) => ms > topMs).length;
  return { kind: 'linear', topMs, cutCount, p95, ticks, share: (ms) => Math.min(1, ms / topMs) };
}

const LOG_TICKS = [1, 10, 100, 1000, 10_000, 60_000, 600_000, 3_600_000, 36_000_000];

function logScale(known: Float64Array, longest: number, p95: number | undefined): DurationScale {
  const topMs = Math.max(10, longest * 1.1);
  const shortest = known.reduce((min, ms) => (ms > 0 ? Math.min(min, ms) : min), topMs);
  const bottomMs = Math.max(topMs / MAX_LOG_FACTOR, Math.min(shortest / 2, topMs / 10));
  const share = (ms: number) =>
    Math.max(0, Math.min(1, Math.log(Math.max(ms, bottomMs) / bottomMs) / Math.log(topMs / bottomMs)));
  const ticks = LOG_TICKS.filter((ms) => ms >= bottomMs && ms <= topMs).map((ms) => ({
    ms,
    label: tickLabel(ms),
  }));
  return { kind: 'log', topMs, cutCount: 0, p95, ticks, share };
}
