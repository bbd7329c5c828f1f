import { z } from 'zod';
import { chosenStatesOrAll } from '@/lib/profile/tree/states';
import { DAY } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { isoTimestamp } from '../../protocol/inputs';
import { usualErrors } from '../errors';
import { aggregationPeriod, profilingGroupName } from '../input';
import { operation } from '../operation';
import { timestamp } from '../output';
import { aggregationOf, windowOf } from '../store/aggregation';
import { endOf } from '../store/cover';
import { finestRetained, type Step } from '../store/frame-series';
import { type FrameTotals, shareOf } from '../store/frame-totals';
import type { ProfilingGroup } from '../store/profiling-group';
import { requestedRange } from '../store/requested-range';

/** [?] Frames measured when the request names none: those with the most self samples. */
const TOP_FRAMES = 10;

const metric = {
  frameName: z.string(),
  type: z.literal('AggregatedRelativeTotalTime'),
  threadStates: z.array(z.string()),
};
const times = z.array(z.strictObject({ value: timestamp }));

/** [?] At most 20 thread states; none means all of them. */
const frameMetric = z.object({ ...metric, threadStates: metric.threadStates.max(20) });
type FrameMetric = z.output<typeof frameMetric>;

/**
 * Each frame's share of the samples (0–1 [?]) in each aggregated profile that starts in the range, by the profile's end. The
 * range is given as for GetProfile and is at most a day. A resolution that has expired becomes the next coarser one; the
 * default is PT5M [?]. Steps without a value are listed by reason [?]: NO_PROFILE, NOT_ENDED, or TOO_MUCH to read in 5 s or to
 * hold in memory, to be requested separately.
 */
export const batchGetFrameMetricData = operation({
  name: 'BatchGetFrameMetricData',
  method: 'POST',
  path: '/profilingGroups/{profilingGroupName}/frames/-/metrics',
  errors: usualErrors,
  output: z.strictObject({
    startTime: timestamp,
    endTime: timestamp,
    resolution: aggregationPeriod,
    endTimes: times,
    unprocessedEndTimes: z.partialRecord(z.enum(['NO_PROFILE', 'NOT_ENDED', 'TOO_MUCH']), times),
    frameMetricData: z.array(
      z.strictObject({ frameMetric: z.strictObject(metric), values: z.array(z.number().min(0).max(1)) }),
    ),
  }),
  input: z.object({
    profilingGroupName,
    startTime: isoTimestamp.optional(),
    endTime: isoTimestamp.optional(),
    period: z.string().min(1).max(64).optional(),
    targetResolution: aggregationPeriod.default('PT5M'),
    frameMetrics: z.array(frameMetric).max(100).nullish(),
  }),
  handle: async ({ profilingGroupName, targetResolution, ...input }, { world }) => {
    const range = requestedRange(input.startTime, input.endTime, input.period, DAY);
    const { profiles } = world;
    const now = world.clock.now();
    const group = profiles.groups.get(profilingGroupName);
    const span = 'span' in range ? range.span : latestSpan(group, range.latestOf, now);
    const aggregation = finestRetained(aggregationOf[targetResolution], span.from, now);
    const { length, period } = aggregation;

    const starts = startsIn(span, length);
    const profiled = group.starts(aggregation, span, now);
    const steps = await profiles.frames.steps(group, aggregation, profiled, now);
    const metrics = input.frameMetrics?.length ? input.frameMetrics : topMetrics(steps);
    const ends = (starts: readonly number[]) => starts.map((start) => ({ value: iso(start + length) }));
    const existing = new Set(profiled);
    const missing = starts.filter((start) => !existing.has(start));
    const unprocessed = {
      NO_PROFILE: missing.filter((start) => start + length <= now),
      NOT_ENDED: missing.filter((start) => start + length > now),
      TOO_MUCH: profiled.slice(steps.length),
    };
    const last = starts.at(-1);
    return {
      body: {
        startTime: iso(starts[0] ?? span.from),
        endTime: iso(last === undefined ? span.to : last + length),
        resolution: period,
        endTimes: ends(steps.map(({ start }) => start)),
        unprocessedEndTimes: Object.fromEntries(
          Object.entries(unprocessed)
            .filter(([, starts]) => starts.length > 0)
            .map(([reason, starts]) => [reason, ends(starts)]),
        ),
        frameMetricData: dataOf(metrics, steps),
      },
    };
  },
});

const iso = (instant: number) => new Date(instant).toISOString();

/** The span of a length that ends with the newest profile. */
function latestSpan(group: ProfilingGroup, length: number, now: number): Span {
  const latest = group.latestAggregated(now);
  const to = latest ? endOf(latest) : now;
  return { from: to - length, to };
}

/** Starts of the windows that start within a span. */
function startsIn({ from, to }: Span, length: number): number[] {
  const first = windowOf(from + length - 1, length);
  return Array.from({ length: Math.max(0, Math.ceil((to - first) / length)) }, (_, i) => first + i * length);
}

/** The values of each metric, one per step. Each step's frames are scanned once for all metrics. */
function dataOf(metrics: readonly FrameMetric[], steps: readonly Step[]) {
  const names = new Set(metrics.map(({ frameName }) => frameName));
  const placesOf = steps.map(({ frames }) => {
    const places = new Map<string, number>();
    for (const [place, name] of frames.names.entries()) if (names.has(name)) places.set(name, place);
    return places;
  });
  return metrics.map((frameMetric) => ({
    frameMetric,
    values: steps.map(({ frames }, i) =>
      shareIn(frameMetric, frames, placesOf[i]?.get(frameMetric.frameName)),
    ),
  }));
}

function shareIn({ threadStates }: FrameMetric, frames: FrameTotals, place: number | undefined): number {
  if (place === undefined) return 0;
  return shareOf(frames, place, threadStates.length > 0 ? threadStates : frames.states);
}

/** The frames with the most self samples over all steps, in all thread states but IDLE. */
function topMetrics(steps: readonly Step[]): FrameMetric[] {
  const threadStates = chosenStatesOrAll('latency', [
    ...new Set(steps.flatMap(({ frames }) => frames.states)),
  ]);
  const sums = new Map<string, number>();
  for (const { frames } of steps) {
    for (const [place, name] of frames.names.entries()) {
      sums.set(name, (sums.get(name) ?? 0) + selfOf(frames, place, threadStates));
    }
  }
  return [...sums]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, TOP_FRAMES)
    .map(([frameName]) => ({ frameName, type: 'AggregatedRelativeTotalTime', threadStates }));
}

function selfOf({ states, selves }: FrameTotals, place: number, threadStates: readonly string[]): number {
  return states.reduce(
    (sum, state, i) => sum + (threadStates.includes(state) ? (selves[i]?.[place] ?? 0) : 0),
    0,
  );
}
