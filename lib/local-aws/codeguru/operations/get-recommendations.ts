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
import { type Anomaly, anomaliesOf } from '../recommendations/anomalies';
import { anomalyId } from '../recommendations/anomaly-id';
import { anomalyOutput, recommendationOutput } from '../recommendations/output';
import { type Finding, findingsOf, frameAddress } from '../recommendations/recommendations';
import { aggregationOf } from '../store/aggregation';
import { readFeedback } from '../store/feedback';
import { requestedRange } from '../store/requested-range';

/** How many places of a recommendation are told. */
const TOP_MATCHES = 10;

/** Those that AWS documents. [?] Another one is refused; the words are English in all of them. */
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
 * What `recommendations/` finds in the profile of a range and in its hours, as far as they are read in 5 s. [?] A range of
 * at most 7 days; without a profile in it a ResourceNotFoundException, as for GetProfile.
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
    const asked = requestedRange(startTime, endTime);
    const { profile } = await world.profiles.aggregated(profilingGroupName, asked);
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
    topMatches: matches.slice(0, TOP_MATCHES).map(({ node, target, percent }) => ({
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
  const steps = await profiles.frames.steps(group, hour, group.starts(hour, span, now), now);
  const feedback = await readFeedback(profiles.groups.folderOf(groupName), now);
  return anomaliesOf(steps, hour.length, threadStates).map((anomaly) => ({
    metric: { frameName: anomaly.frameName, type: 'AggregatedRelativeTotalTime', threadStates },
    reason: reasonOf(anomaly),
    instances: anomaly.instances.map(({ start, end }) => {
      const id = anomalyId(tokens.key, { groupName, frameName: anomaly.frameName, start });
      const said = feedback.get(id);
      const userFeedback = said && { userFeedback: { type: said.type } };
      return { id, startTime: iso(start), endTime: iso(end), ...userFeedback };
    }),
  }));
}

function reasonOf({ median, share }: Anomaly): string {
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  const most = share > median ? 'as many as' : 'as few as';
  return `The frame was in ${most} ${percent(share)} of the samples; the median of all hours is ${percent(median)}.`;
}
