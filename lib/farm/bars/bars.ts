import type { Span } from '@/lib/time/range';
import { stepEnd, stepStart } from '../local-steps';
import { type OffsetSegment, offsetAt } from '../plan/offset-segments';
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

type Segments = readonly OffsetSegment[];

/** The shortest step with which buckets become at most `maxBars` bars; the longest step if there are more with every one. */
export function barStepFor(
  buckets: readonly Span[],
  period: AggregationPeriod,
  segments: Segments,
  maxBars: number,
): BarStep {
  const steps = stepsFor(period);
  const fits = (step: BarStep) => barsOf(buckets, period, segments, step).spans.length <= maxBars;
  return steps.find(fits) ?? steps.at(-1) ?? { period, count: 1 };
}

/**
 * Merges neighbouring buckets that are in the same step of local time. A step in which the clocks change is one bar, longer or
 * shorter than others. The step of the buckets leaves them as they are.
 */
export function barsOf(
  buckets: readonly Span[],
  period: AggregationPeriod,
  segments: Segments,
  step: BarStep,
): Bars {
  const bar = new Uint32Array(buckets.length);
  if (step.period === period && step.count === 1) {
    return { step, spans: [...buckets], bar: bar.map((_, bucket) => bucket) };
  }
  const spans: Span[] = [];
  let start = Number.NaN;
  for (const [index, { from, to }] of buckets.entries()) {
    const own = stepStart(from + offsetAt(segments, from), step);
    const last = spans.at(-1);
    if (last && own === start) last.to = to;
    else spans.push({ from, to });
    start = own;
    bar[index] = spans.length - 1;
  }
  completeEnds(spans, segments, step);
  return { step, spans, bar };
}

/** Extends the first bar back to the start of its step, and the last one to the end of its own. */
function completeEnds(spans: Span[], segments: Segments, step: BarStep): void {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return;
  const offset = offsetAt(segments, first.from);
  const lastOffset = offsetAt(segments, last.to - 1);
  const end = stepEnd(stepStart(last.to - 1 + lastOffset, step), step) - lastOffset;
  first.from = Math.min(first.from, stepStart(first.from + offset, step) - offset);
  last.to = Math.max(last.to, end);
}
