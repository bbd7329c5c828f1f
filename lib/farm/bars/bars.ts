import type { Span } from '@/lib/time/range';
import { stepEnd, stepStart } from '../local-steps';
import type { LocalBuckets } from '../plan/local-buckets';
import { offsetAt } from '../plan/offset-segments';
import type { AggregationPeriod } from '../session-statistics';
import { type BarStep, stepsFor } from './bar-steps';

/** Buckets merged into bars. */
export type Bars = {
  step: BarStep;
  /** The first and the last bar are whole steps, though the buckets can be only a part of them. */
  spans: Span[];
  /** Bucket → bar. */
  bar: Uint32Array;
};

type Buckets = Pick<LocalBuckets, 'spans' | 'segments' | 'weekStart'>;

/** The shortest step with which buckets become at most `maxBars` bars; the longest step if there are more with every one. */
export function barStepFor(buckets: Buckets, period: AggregationPeriod, maxBars: number): BarStep {
  const steps = stepsFor(period);
  const fits = (step: BarStep) => barsOf(buckets, period, step).spans.length <= maxBars;
  return steps.find(fits) ?? steps.at(-1) ?? { period, count: 1 };
}

/**
 * Merges neighbouring buckets that are in the same step of local time. A step in which the clocks change is one bar, longer or
 * shorter than others. The step of the buckets leaves them as they are.
 */
export function barsOf(buckets: Buckets, period: AggregationPeriod, step: BarStep): Bars {
  const bar = new Uint32Array(buckets.spans.length);
  if (step.period === period && step.count === 1) {
    return { step, spans: [...buckets.spans], bar: bar.map((_, bucket) => bucket) };
  }
  const spans: Span[] = [];
  let start = Number.NaN;
  for (const [index, { from, to }] of buckets.spans.entries()) {
    const own = startOf(from, buckets, step).wall;
    const last = spans.at(-1);
    if (last && own === start) last.to = to;
    else spans.push({ from, to });
    start = own;
    bar[index] = spans.length - 1;
  }
  completeEnds(spans, buckets, step);
  return { step, spans, bar };
}

/** Extends the first bar back to the start of its step, and the last one to the end of its own. */
function completeEnds(spans: Span[], buckets: Buckets, step: BarStep): void {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return;
  const start = startOf(first.from, buckets, step);
  const end = startOf(last.to - 1, buckets, step);
  first.from = Math.min(first.from, start.wall - start.offset);
  last.to = Math.max(last.to, stepEnd(end.wall, step) - end.offset);
}

/** The local time at which the step of an instant starts, and its offset. */
function startOf(instant: number, { segments, weekStart }: Buckets, step: BarStep) {
  const offset = offsetAt(segments, instant);
  return { wall: stepStart(instant + offset, step, weekStart), offset };
}
