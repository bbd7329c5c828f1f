import type { Span } from '@/lib/time/range';
import { type Outcome, SIMULTANEOUS_MS } from '../attempts';
import { percentile } from '../durations';
import type { DurationScale } from './duration-scale';
import { NO_RETRY, outcomeOf, type PlotRuns, placesIn } from './plot-runs';

/**
 * One bar of a plot, pixels from its left edge and up from its bottom. It is one scheduled run, or the worst of `count` runs in one
 * column of pixels, as high as the longest of them.
 */
export type RunBar = {
  x: number;
  width: number;
  height: number;
  outcome: Outcome;
  /** Whether the axis is shorter than the run. */
  isCut: boolean;
  /** Place of the run in the columns, and of the first of the `count` runs. */
  at: number;
  first: number;
  count: number;
  /** The share of the runs that have the outcome, 0–1. */
  share: number;
  /** Outcomes of the retries, worst first in a column of pixels. */
  retries: Outcome[];
};

export type PlotFrame = { span: Span; width: number; height: number; scale: DurationScale };

/** More runs than this are drawn by columns of pixels. */
export const MAX_SINGLE_BARS = 2000;
const MAX_BAR_PX = 24;
const MIN_BAR_PX = 1.5;
const MIN_HEIGHT_PX = 3;
/** Runs narrower than this share columns of pixels. */
const COLUMN_PX = 2;

/** The bars of the runs of a span, each at its true start: single ones where there is room, else columns of pixels. */
export function runBars(runs: PlotRuns, frame: PlotFrame): RunBar[] {
  const { first, end } = placesIn(runs, frame.span);
  if (end - first > MAX_SINGLE_BARS) return columnBars(runs, first, end, frame);
  const slots = slotPlaces(runs, first, end);
  const wide = Math.min(MAX_BAR_PX, 0.8 * slotPx(runs, slots, frame));
  return wide >= MIN_BAR_PX ? singleBars(runs, slots, end, wide, frame) : columnBars(runs, first, end, frame);
}

/** Places of the first of the runs that started together, such as those of several locations. */
function slotPlaces({ started }: PlotRuns, first: number, end: number): number[] {
  const slots: number[] = [];
  for (let at = first; at < end; at++) {
    const slot = started[slots.at(-1) ?? -1];
    if (slot === undefined || (started[at] ?? 0) - slot >= SIMULTANEOUS_MS) slots.push(at);
  }
  return slots;
}

/** The median distance between two slots, pixels. */
function slotPx({ started }: PlotRuns, slots: readonly number[], { span, width }: PlotFrame): number {
  const steps = slots.slice(1).map((place, i) => (started[place] ?? 0) - (started[slots[i] ?? 0] ?? 0));
  return ((percentile(steps, 50) ?? Number.POSITIVE_INFINITY) / (span.to - span.from)) * width;
}

const xOf = (instant: number, { span, width }: PlotFrame) =>
  ((instant - span.from) / (span.to - span.from)) * width;

const heightOf = (ms: number, { height, scale }: PlotFrame) =>
  Math.max(MIN_HEIGHT_PX, Number.isNaN(ms) ? 0 : scale.share(ms) * height);

/** The first run of a slot begins at its true start; those that started with it are beside it, or one column if there is no room. */
function singleBars(
  runs: PlotRuns,
  slots: readonly number[],
  end: number,
  wide: number,
  frame: PlotFrame,
): RunBar[] {
  return slots.flatMap((slot, i) => {
    const next = slots[i + 1] ?? end;
    const left = xOf(runs.started[slot] ?? 0, frame);
    const each = wide / (next - slot);
    if (each < MIN_BAR_PX) return [mergedBar(runs, slot, next, left, wide, frame)];
    const gap = each > 2 * MIN_BAR_PX && next - slot > 1 ? 1 : 0;
    return Array.from({ length: next - slot }, (_, j) => ({
      ...mergedBar(runs, slot + j, slot + j + 1, left + j * each, each - gap, frame),
    }));
  });
}

function columnBars(runs: PlotRuns, first: number, end: number, frame: PlotFrame): RunBar[] {
  const { started } = runs;
  const msPerColumn = ((frame.span.to - frame.span.from) / frame.width) * COLUMN_PX;
  const bars: RunBar[] = [];
  for (let from = first; from < end; ) {
    const column = Math.floor(((started[from] ?? 0) - frame.span.from) / msPerColumn);
    const columnEnd = frame.span.from + (column + 1) * msPerColumn;
    let to = from + 1;
    while (to < end && (started[to] ?? 0) < columnEnd) to += 1;
    bars.push(mergedBar(runs, from, to, column * COLUMN_PX, COLUMN_PX, frame));
    from = to;
  }
  return bars;
}

/** One bar for the runs at some places: the worst of them and their share, as high as the longest. */
function mergedBar(
  { duration, outcome, retries }: PlotRuns,
  first: number,
  end: number,
  x: number,
  width: number,
  frame: PlotFrame,
): RunBar {
  let [worst, having, longest] = [first, 0, Number.NaN];
  const worstRetries: [number, number] = [NO_RETRY, NO_RETRY];
  for (let at = first; at < end; at++) {
    if ((outcome[at] ?? 0) < (outcome[worst] ?? 0)) [worst, having] = [at, 0];
    if (outcome[at] === outcome[worst]) having += 1;
    const ms = duration[at] ?? Number.NaN;
    if (Number.isNaN(longest) || ms > longest) longest = ms;
    worstRetries[0] = Math.min(worstRetries[0], retries[0][at] ?? NO_RETRY);
    worstRetries[1] = Math.min(worstRetries[1], retries[1][at] ?? NO_RETRY);
  }
  const count = end - first;
  return {
    ...{ x, at: worst, first, count, share: having / count },
    // A run that started shortly before the end stays within the plot.
    width: Math.max(1, Math.min(width, frame.width - x)),
    outcome: outcomeOf(outcome[worst]),
    height: heightOf(longest, frame),
    isCut: longest > frame.scale.topMs,
    retries: worstRetries.filter((retry) => retry !== NO_RETRY).map(outcomeOf),
  };
}

/** The bar nearest to a position, within `reach` pixels. */
export function barNear(bars: readonly RunBar[], x: number, reach: number): RunBar | undefined {
  let nearest: RunBar | undefined;
  let min = reach;
  for (const bar of bars) {
    const distance = Math.max(0, bar.x - x, x - bar.x - bar.width);
    if (distance <= min) [nearest, min] = [bar, distance];
  }
  return nearest;
}
