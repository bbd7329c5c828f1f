import { GetRecommendationsCommand } from '@aws-sdk/client-codeguruprofiler';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { Findings, FindingsRequest } from '@/lib/profile/range/findings';
import { MINUTE } from '@/lib/time/duration';
import { call } from '../aws/call';
import { profilerClient } from '../aws/clients';
import { optional, readableRows, unreadableWarnings, wireDate } from '../aws/wire';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { refuseLongRange, requestedRange } from './requested-range';

/** Maximum number of recommendations, anomalies, and matches and instances in one of them. */
const MAX_LISTED = 100;

/** [?] How AWS writes a frame's address; local-aws joins the frames from the outermost inwards. */
const FRAME_SEPARATOR = ' > ';
/** [?] First character of an address whose outer frames were cut off. */
const CUT_OFF = '…';

const text = optional(z.string()).transform((words) => words ?? '');
const percent = z.number().transform((value) => Math.min(1, Math.max(0, value / 100)));

const match = z
  .object({ frameAddress: z.string().min(1), thresholdBreachValue: optional(percent) })
  .transform(({ frameAddress, thresholdBreachValue }) => {
    const path = frameAddress.split(FRAME_SEPARATOR);
    const isWhole = !frameAddress.startsWith(CUT_OFF);
    return { name: path.at(-1) ?? frameAddress, path: isWhole ? path : [], share: thresholdBreachValue ?? 0 };
  });

const recommendation = z
  .object({
    allMatchesCount: z.number().int().min(0),
    allMatchesSum: percent,
    pattern: z.object({ name: text, description: text, resolutionSteps: text }),
    topMatches: readableRows(match),
  })
  .transform(({ allMatchesCount, allMatchesSum, pattern, topMatches }) => ({
    name: pattern.name || 'Recommendation',
    description: pattern.description,
    steps: pattern.resolutionSteps,
    share: allMatchesSum,
    places: allMatchesCount,
    matches: topMatches.rows.slice(0, MAX_LISTED),
  }));

const instance = z
  .object({ startTime: wireDate, endTime: optional(wireDate) })
  .transform(({ startTime, endTime }) => ({
    from: startTime,
    ...(endTime !== undefined && { to: endTime }),
  }));

const anomaly = z
  .object({
    metric: z.object({ frameName: z.string(), threadStates: z.array(z.string()) }),
    reason: text,
    instances: readableRows(instance),
  })
  .transform(({ metric, reason, instances }) => ({
    name: metric.frameName,
    threadStates: metric.threadStates,
    reason,
    instances: instances.rows.slice(0, MAX_LISTED),
  }));

const answer = z.object({
  profileStartTime: optional(wireDate),
  profileEndTime: optional(wireDate),
  recommendations: readableRows(recommendation),
  anomalies: readableRows(anomaly),
});

const findings = SharedCalls.named<Answer<Findings>>('findings', { ttlMs: MINUTE, max: 100, byGroup: true });

/** Recommendations and anomalies of a range, the most costly first. Rejects with a ProblemError. */
export async function getRecommendations(
  request: FindingsRequest,
  signal?: AbortSignal,
): Promise<Answer<Findings>> {
  refuseLongRange(requestedRange(request));
  const { group, startTime, endTime } = request;
  return findings.get(
    JSON.stringify([group, startTime, endTime]),
    (callSignal) => load(request, callSignal),
    signal,
  );
}

async function load({ group, startTime, endTime }: FindingsRequest, signal: AbortSignal) {
  const asOf = exactNow();
  const { profileStartTime, profileEndTime, recommendations, anomalies } = await call(
    'GetRecommendations',
    profilerClient,
    answer,
    (client, options) =>
      client.send(
        new GetRecommendationsCommand({
          profilingGroupName: group,
          startTime: new Date(startTime),
          endTime: new Date(endTime),
        }),
        options,
      ),
    signal,
  );
  const unreadableCount = recommendations.unreadableCount + anomalies.unreadableCount;
  return {
    data: {
      group,
      recommendations: recommendations.rows.toSorted((a, b) => b.share - a.share).slice(0, MAX_LISTED),
      anomalies: anomalies.rows.slice(0, MAX_LISTED),
    },
    asOf,
    ...(profileStartTime !== undefined &&
      profileEndTime !== undefined && { coverage: { from: profileStartTime, to: profileEndTime } }),
    partial: unreadableCount > 0,
    warnings: unreadableWarnings(unreadableCount, 'finding'),
  };
}
