import { z } from 'zod';
import type { Profile } from '@/lib/profile/tree/call-tree';
import { chosenStatesOrAll } from '@/lib/profile/tree/states';
import type { Span } from '@/lib/time/range';
import { isoTimestamp } from '../../protocol/inputs';
import { usualErrors } from '../errors';
import { profilingGroupName } from '../input';
import type { CodeguruWorld } from '../operation';
import { operation } from '../operation';
import { timestamp } from '../output';
import { anomaliesOf } from '../recommendations/anomalies';
import { anomalyId } from '../recommendations/anomaly-id';
import { anomalyReason } from '../recommendations/anomaly-reason';
import { anomalyOutput, recommendationOutput } from '../recommendations/output';
import { type Finding, findingsOf, frameAddress } from '../recommendations/recommendations';
import { runningHour } from '../recommendations/running-hour';
import { aggregationOf } from '../store/aggregation';
import { readFeedback } from '../store/feedback';
import { requestedRange } from '../store/requested-range';

/** Maximum matches listed in a recommendation. */
const MAX_MATCHES = 10;

/** The locales that AWS documents. [?] Others are refused; the text is English in all of them. */
const locale = z.enum([
  'de-DE',
  'en-GB',
  'en-US',
  'es-ES',
  'fr-FR',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'pt-BR',
  'zh-CN',
  'zh-TW',
]);

/**
 * Recommendations for the profile of a range, and anomalies in as many of its hours as can be read in 5 s. [?] The range is
 * at most 7 days; without a profile in it, a ResourceNotFoundException as for GetProfile.
 */
export const getRecommendations = operation({
  name: 'GetRecommendations',
  method: 'GET',
  path: '/internal/profilingGroups/{profilingGroupName}/recommendations',
  errors: usualErrors,
  output: z.strictObject({
    profilingGroupName,
    profileStartTime: timestamp,
    profileEndTime: timestamp,
    recommendations: z.array(recommendationOutput),
    anomalies: z.array(anomalyOutput),
  }),
  input: z.object({
    profilingGroupName,
    startTime: isoTimestamp,
    endTime: isoTimestamp,
    locale: locale.optional(),
  }),
  handle: async ({ profilingGroupName, startTime, endTime }, { world }) => {
    const range = requestedRange(startTime, endTime);
    const { profile } = await world.profiles.aggregated(profilingGroupName, range);
    const times = { startTime: iso(profile.start ?? startTime), endTime: iso(profile.end ?? endTime) };
    const recommendations = findingsOf(profile.tree).map((finding) => ({
      ...recommendationOf(finding, profile),
      ...times,
    }));
    const anomalies = await anomaliesIn({ from: startTime, to: endTime }, profilingGroupName, profile, world);
    return {
      body: {
        profilingGroupName,
        profileStartTime: times.startTime,
        profileEndTime: times.endTime,
        recommendations,
        anomalies,
      },
    };
  },
});

const iso = (instant: number) => new Date(instant).toISOString();

function recommendationOf({ rule, matches, percent }: Finding, { tree }: Profile) {
  return {
    allMatchesCount: matches.length,
    allMatchesSum: percent,
    pattern: rule,
    topMatches: matches.slice(0, MAX_MATCHES).map(({ node, target, percent }) => ({
      frameAddress: frameAddress(tree, node),
      targetFramesIndex: target,
      thresholdBreachValue: percent,
    })),
  };
}

async function anomaliesIn(span: Span, groupName: string, { tree }: Profile, world: CodeguruWorld) {
  const { profiles, tokens, clock } = world;
  const now = clock.now();
  const group = profiles.groups.get(groupName);
  const hour = aggregationOf.PT1H;
  const threadStates = chosenStatesOrAll('cpu', tree.states);
  // Newest first, so that the oldest hours are missing when reading takes too long.
  const starts = group.starts(hour, span, now).reverse();
  const steps = (await profiles.frames.steps(group, hour, starts, now)).reverse();
  const feedback = await readFeedback(profiles.groups.folderOf(groupName), now);
  const running = await runningHour(group, span, world);
  const analysed = { steps, length: hour.length, until: Math.min(span.to, now), ...(running && { running }) };
  return anomaliesOf(analysed, threadStates).map((anomaly) => ({
    metric: { frameName: anomaly.frameName, type: 'AggregatedRelativeTotalTime', threadStates },
    reason: anomalyReason(anomaly, threadStates),
    instances: anomaly.instances.map(({ start, end }) => {
      const id = anomalyId(tokens.key, { groupName, frameName: anomaly.frameName, start });
      const given = feedback.get(id);
      const userFeedback = given && { userFeedback: { type: given.type } };
      return { id, startTime: iso(start), ...(end !== undefined && { endTime: iso(end) }), ...userFeedback };
    }),
  }));
}
