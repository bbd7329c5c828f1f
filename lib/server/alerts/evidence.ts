import { type Alert, type AlertKind, type AlertPage, addressOf } from '@/lib/alerts/alert';
import { ProblemError } from '@/lib/answer/problem';
import { MAX_LINK_NAME_LENGTH } from '@/lib/answer/shared-link';
import { anomaliesSpan } from '@/lib/profile/range/anomalies';
import { findingsSpan } from '@/lib/profile/range/findings';
import { samplesRequests } from '@/lib/profile/range/samples';
import { startsIn, timesOfStrip } from '@/lib/profile/range/strip';
import { DAY, MINUTE, WEEK } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { awsPlace } from '../aws/aws-place';
import { asProblemError } from '../aws/problem';
import { readCosts } from '../deadline/costs/read-costs';
import { farmBudgets } from '../deadline/farm-budgets';
import { getFarm } from '../deadline/get-farm';
import { listFleets } from '../deadline/list-fleets';
import { listQueues } from '../deadline/list-queues';
import { record } from '../links/link-scope';
import type { Manifest } from '../links/manifest';
import { sharedLinks } from '../links/shared-links';
import { describeProfilingGroup } from '../profiler/describe-profiling-group';
import { getProfileFunctions, getProfileView } from '../profiler/get-profile-view';
import { getRecommendations } from '../profiler/get-recommendations';
import { listProfileTimes } from '../profiler/list-profile-times';
import { getProfileSamples } from '../profiler/samples/get-profile-samples';
import { getCanary, showCanary } from '../synthetics/get-canary';
import { historyEvents } from '../synthetics/runs/history-events';

const MAX_MS = 2 * MINUTE;
/** As a page of common width requests it. */
const PROFILE_WIDTH = 1600;

type Read = readonly [what: string, read: () => Promise<unknown>];

/** Keeps what the page of an alert shows, as if somebody had shared it. Resolves with the id of the link. Rejects with why there is none. */
export async function keepEvidence(
  { kind, title, page, subject }: Alert,
  pass: AbortSignal,
): Promise<string> {
  const signal = AbortSignal.any([pass, AbortSignal.timeout(MAX_MS)]);
  const links = await sharedLinks();
  const { recording, finish, abandon } = await links.begin();
  try {
    const missing: Manifest['missing'] = [];
    const read = async () => {
      for (const [what, answer] of readsOf[kind](subject, page, signal)) {
        await answer().catch((error: unknown) => {
          const { problem } = asProblemError(error);
          // A lasting problem is kept in place of an answer.
          if (problem.retryable) missing.push({ what, why: problem.message });
        });
      }
    };
    // Viewers may have seen it before it went wrong.
    await record(recording, read, { isNew: true });
    return (
      await finish({ name: `Alert: ${title}`.slice(0, MAX_LINK_NAME_LENGTH), page: addressOf(page), missing })
    ).id;
  } catch (error) {
    await abandon().catch((other: Error) => console.error('alerts: a draft was left:', other.message));
    throw error;
  }
}

/** What the pages of alerts read, so that they show all their panels. */
const readsOf: Record<
  AlertKind,
  (subject: Alert['subject'], page: AlertPage, signal: AbortSignal) => readonly Read[]
> = {
  canary: ({ canary }, page, signal) => canaryReads(String(canary), page, signal),
  budget: ({ farmId }, page, signal) => farmReads(String(farmId), page, signal),
  anomaly: ({ profilingGroup }, page, signal) => profileReads(String(profilingGroup), page, signal),
};

const canaryReads = (name: string, { span: { from } }: AlertPage, signal: AbortSignal): Read[] => [
  ['canary', () => showCanary({ name }, signal)],
  [
    'runs',
    async () => {
      const { data: canary } = await getCanary(name, signal);
      for await (const event of historyEvents({ canary, runType: 'CANARY_RUN', from }, signal))
        if (event.type === 'failed') throw new ProblemError(event.problem);
    },
  ],
  ['region', () => awsPlace('synthetics')],
];

const farmReads = (farmId: string, { span }: AlertPage, signal: AbortSignal): Read[] => [
  ['farm', () => getFarm(farmId, signal)],
  ['queues', () => listQueues(farmId, signal)],
  ['fleets', () => listFleets(farmId, signal)],
  ['region', () => awsPlace('deadline')],
  ['budgets', () => farmBudgets(farmId, signal)],
  ['costs', () => readCosts(farmId, span, signal)],
  // The page compares them with those of as long a time before.
  ['earlier costs', () => readCosts(farmId, { from: 2 * span.from - span.to, to: span.from }, signal)],
];

function profileReads(group: string, { span: { from, to }, asOf }: AlertPage, signal: AbortSignal): Read[] {
  const range = { group, startTime: from, endTime: to };
  return [
    ['profiling group', () => describeProfilingGroup(group, signal)],
    ['samples', () => readSamples(group, { from, to }, signal)],
    ['profile', () => getProfileView({ ...range, width: PROFILE_WIDTH }, signal)],
    ['functions', () => getProfileFunctions(range, signal)],
    ...[DAY, WEEK].map((ago): Read => {
      const earlier = { group, startTime: from - ago, endTime: to - ago, width: PROFILE_WIDTH };
      return ['earlier profile', () => getProfileView(earlier, signal)];
    }),
    ...[anomaliesSpan({ from, to }, asOf), findingsSpan({ from, to })].map((span): Read => {
      const request = { group, startTime: span.from, endTime: span.to };
      return ['findings', () => getRecommendations(request, signal)];
    }),
  ];
}

/** Reads which profiles there are, and their samples. */
async function readSamples(group: string, span: Span, signal: AbortSignal): Promise<void> {
  const { data } = await listProfileTimes(timesOfStrip(group, span, 'PT5M'), signal);
  for (const request of samplesRequests(group, 'PT5M', startsIn(data.starts, 'PT5M', span)))
    await getProfileSamples(request, signal);
}
