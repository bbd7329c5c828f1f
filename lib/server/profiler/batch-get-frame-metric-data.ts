import { BatchGetFrameMetricDataCommand } from '@aws-sdk/client-codeguruprofiler';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/counted';
import { STRIP_PERIOD_NAMES, STRIP_PERIODS } from '@/lib/profile/range/profile-periods';
import type { FrameTrend, FrameTrendRequest, TrendPoint } from '@/lib/profile/range/trend';
import { DAY, MINUTE } from '@/lib/time/duration';
import { type Span, splitSpan } from '@/lib/time/range';
import { call } from '../aws/call';
import { profilerClient } from '../aws/clients';
import { wireDate } from '../aws/wire';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { isSettledSpan } from './settled';

/** AWS answers at most one day per call, so a trend takes up to this many calls. */
const MAX_DAYS = 32;
const MAX_CONCURRENT_CALLS = 4;

const answer = z.object({
  resolution: z.enum(STRIP_PERIOD_NAMES),
  endTimes: z.array(z.object({ value: wireDate })),
  unprocessedEndTimes: z.record(z.string(), z.array(z.unknown())).nullish(),
  frameMetricData: z.array(z.object({ values: z.array(z.number()) })),
});

type DayTrend = { points: TrendPoint[]; unprocessedCount: number; isSettled: boolean };

const days = SharedCalls.named<DayTrend>('frame metrics', {
  ttlMs: ({ isSettled }) => (isSettled ? 10 * MINUTE : MINUTE),
  max: 1000,
  byGroup: true,
});

/** A function's share of the samples over time, at most 32 days. Rejects with a ProblemError. */
export async function getFrameTrend(
  request: FrameTrendRequest,
  signal?: AbortSignal,
): Promise<Answer<FrameTrend>> {
  const asOf = exactNow();
  // Cut at midnights, so that the days of a range that moves on stay the same.
  const border = Math.ceil(request.endTime / DAY) * DAY;
  const split = splitSpan({ from: request.startTime, to: border }, DAY, MAX_DAYS);
  const spans = split.spans.map(({ from, to }) => ({ from, to: Math.min(to, request.endTime) }));
  const parts: DayTrend[] = [];
  for (let first = 0; first < spans.length; first += MAX_CONCURRENT_CALLS) {
    const next = spans
      .slice(first, first + MAX_CONCURRENT_CALLS)
      .map((span) => trendOfDay(request, span, signal));
    parts.push(...(await Promise.all(next)));
  }
  const points = parts.flatMap((day) => day.points).sort((a, b) => a.from - b.from);
  const unprocessedCount = parts.reduce((sum, day) => sum + day.unprocessedCount, 0);
  return {
    data: { group: request.group, name: request.name, points },
    asOf,
    partial: split.leftOut !== undefined || unprocessedCount > 0,
    warnings: [
      ...(split.leftOut ? [`Only the newest ${MAX_DAYS} days are shown.`] : []),
      ...(unprocessedCount > 0
        ? [
            `AWS did not process ${counted(unprocessedCount, 'profile')}, which ${unprocessedCount === 1 ? 'has' : 'have'} no point.`,
          ]
        : []),
    ],
  };
}

function trendOfDay(
  { group, period, name, threadStates }: FrameTrendRequest,
  { from, to }: Span,
  signal?: AbortSignal,
) {
  const key = JSON.stringify([group, from, to, period, name, threadStates]);
  return days.get(
    key,
    async (callSignal) => {
      const isSettled = isSettledSpan({ from, to }, exactNow());
      const { resolution, endTimes, unprocessedEndTimes, frameMetricData } = await call(
        'BatchGetFrameMetricData',
        profilerClient,
        answer,
        (client, options) =>
          client.send(
            new BatchGetFrameMetricDataCommand({
              profilingGroupName: group,
              startTime: new Date(from),
              endTime: new Date(to),
              targetResolution: period,
              frameMetrics: [
                { frameName: name, type: 'AggregatedRelativeTotalTime', threadStates: [...threadStates] },
              ],
            }),
            options,
          ),
        callSignal,
      );
      const values = frameMetricData[0]?.values ?? [];
      const length = STRIP_PERIODS[resolution];
      const points = endTimes.flatMap(({ value: end }, i) => {
        const share = values[i];
        return share === undefined
          ? []
          : [{ from: end - length, to: end, share: Math.min(1, Math.max(0, share)) }];
      });
      return { points, unprocessedCount: countUnprocessed(unprocessedEndTimes ?? {}), isSettled };
    },
    signal,
  );
}

/** [?] These reasons mean that a step has no profile, or one that has not ended. */
const countUnprocessed = (unprocessed: Record<string, unknown[]>) =>
  Object.entries(unprocessed)
    .filter(([reason]) => reason !== 'NO_PROFILE' && reason !== 'NOT_ENDED')
    .reduce((sum, [, times]) => sum + times.length, 0);
