import { HOUR } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import type { TrendPoint } from './trend';
import { TwoLevels } from './two-levels';

/** A change of a function's share between a baseline and now. */
export type ShareChange = { before: number; now: number; baseline: Span };

/** Start of the first profile with a new level, its length, and end of the last profile before it; a gap lies between. */
export type LevelStart = { at: number; length: number; lastBefore: number };

/** When a share shifted for good: at a time, `levelFrom` being the start of the level before; or all points have shifted. */
export type ChangeStart =
  | ({ kind: 'at'; levelFrom: number } & LevelStart)
  | { kind: 'earlier'; start: number };

/** Minimum number of profiles with the new level, and least time before them: a day and an hour, so that a daily wave is in it. */
const MIN_AFTER = 3;
const MIN_BEFORE_MS = 25 * HOUR;
const MIN_BEFORE = 5;

/** Minimum shift, as a share and in standard deviations within the levels. */
const MIN_SHIFT = 0.005;
const MIN_DEVIATIONS = 3;

/** Maximum part of the points of a level that lie nearer to the other one. */
const MAX_STRAYS = 0.1;

/**
 * When the share last changed for good since the start of the baseline; undefined when no time is clear. Candidates are the
 * least-squares splits of the series into two levels, then of the part after each split (binary segmentation as in
 * https://arxiv.org/abs/1801.00718); the latest one that is lasting counts.
 */
export function changeStart(
  points: readonly TrendPoint[],
  { before, now, baseline }: ShareChange,
): ChangeStart | undefined {
  const levels = new TwoLevels(points.map(({ share }) => share));
  const end = points.length;
  // The level before a shift may have begun with an earlier one in the other direction.
  const starts = splitsTo(levels, end).map((split) => levels.bestSplit(0, split) ?? 0);
  for (const start of [...starts, 0]) {
    const split = levels.bestSplit(start, end) ?? end;
    const [first, last, next] = [points[start], points[split - 1], points[split]];
    if (!first || !last || !next || next.from <= baseline.from) continue;
    if (isLasting(points, levels, start, split)) {
      return { kind: 'at', levelFrom: first.from, ...levelStart(last, next) };
    }
  }
  const [oldest] = points;
  const middle = (before + now) / 2;
  const shifted = points.filter(({ share }) => share > middle === now > before);
  const areAll = end >= MIN_AFTER && shifted.length >= (1 - MAX_STRAYS) * end;
  return oldest && areAll && oldest.from >= baseline.to ? { kind: 'earlier', start: oldest.from } : undefined;
}

/** Mean shares of the whole profiles from `from` to an instant and after it; undefined where there is none. */
export function sharesAround(
  points: readonly TrendPoint[],
  from: number,
  at: number,
): { before: number; after: number } | undefined {
  const mean = (some: readonly TrendPoint[]) => some.reduce((sum, { share }) => sum + share, 0) / some.length;
  const before = points.filter((point) => point.from >= from && point.to <= at);
  const after = points.filter((point) => point.from >= at);
  return before.length > 0 && after.length > 0 ? { before: mean(before), after: mean(after) } : undefined;
}

/** The start of the later level of a short series that has one shift; undefined for less than two points. */
export function splitStart(points: readonly TrendPoint[]): LevelStart | undefined {
  const split = new TwoLevels(points.map(({ share }) => share)).bestSplit(0, points.length) ?? 0;
  const [last, next] = [points[split - 1], points[split]];
  return last && next && levelStart(last, next);
}

const levelStart = (last: TrendPoint, next: TrendPoint): LevelStart => ({
  at: next.from,
  length: next.to - next.from,
  lastBefore: last.to,
});

/** Splits of the series, of its part after the first split, and so on, latest first. */
function splitsTo(levels: TwoLevels, end: number): number[] {
  const splits: number[] = [];
  for (let split = levels.bestSplit(0, end); split !== undefined; split = levels.bestSplit(split, end)) {
    splits.unshift(split);
  }
  return splits;
}

/** Whether the points from `split` on have another level than those from `start` to it, and none of those had it for as long. */
function isLasting(points: readonly TrendPoint[], levels: TwoLevels, start: number, split: number): boolean {
  const end = points.length;
  const [first, changed] = [points[start], points[split]];
  if (!first || !changed || changed.from - first.from < MIN_BEFORE_MS) return false;
  if (end - split < MIN_AFTER || split - start < MIN_BEFORE) return false;
  const { before, after } = levels.shift(start, split, end);
  const size = Math.abs(after - before);
  if (size < MIN_SHIFT || size < MIN_DEVIATIONS * levels.deviation(start, split, end)) return false;
  const middle = (before + after) / 2;
  const isHere = ({ share }: TrendPoint) => share > middle === after > before;
  const [earlier, later] = [points.slice(start, split), points.slice(split)];
  const strays = earlier.filter(isHere).length;
  const kept = later.filter(isHere).length;
  return (
    strays <= MAX_STRAYS * earlier.length &&
    kept >= (1 - MAX_STRAYS) * later.length &&
    later.slice(-MIN_AFTER).some(isHere) &&
    longestRun(earlier, isHere) < later.length
  );
}

function longestRun(points: readonly TrendPoint[], isIn: (point: TrendPoint) => boolean): number {
  let [run, longest] = [0, 0];
  for (const point of points) {
    run = isIn(point) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
