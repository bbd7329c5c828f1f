import type { DehydratedState } from '@tanstack/react-query';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  laneCanaries,
  laneCosts,
  laneFindings,
  laneHealth,
  lanePeriod,
} from '@/components/overview/lane-requests';
import type { AskedRequest, ShareEvent } from '@/lib/answer/shared-link';
import { timesOfStrip } from '@/lib/profile/range/strip';
import { costsRequest } from '@/lib/queries/ask-costs';
import { canariesHealthOptions } from '@/lib/queries/canaries-health';
import { canariesOptions } from '@/lib/queries/canary';
import { farmsOptions, queuesOptions } from '@/lib/queries/farm';
import { findingsOptions } from '@/lib/queries/findings';
import { notesOptions } from '@/lib/queries/notes';
import { groupsOptions, profileTimesOptions } from '@/lib/queries/profile';
import { viewsOptions } from '@/lib/queries/views';
import { listFarms } from '@/lib/server/deadline/list-farms';
import { listQueues } from '@/lib/server/deadline/list-queues';
import { answerFrom } from '@/lib/server/links/link-scope';
import { sharedLinks } from '@/lib/server/links/shared-links';
import { listProfilingGroups } from '@/lib/server/profiler/list-profiling-groups';
import { listCanaries } from '@/lib/server/synthetics/list-canaries';
import {
  callRoute,
  forgetEverything,
  pointAt,
  startTestAws,
  TEST_NOW,
  type TestAws,
  temporaryFolder,
} from '@/lib/server/test-support';
import { HOUR } from '@/lib/time/duration';
import { POST as postLink } from './api/links/route';
import { overviewState } from './overview-state';
import { loadOverviewSearchParams } from './search-params';

const ORIGIN = 'http://127.0.0.1:3000';
const SPAN = { from: TEST_NOW - 6 * HOUR, to: TEST_NOW };

let aws: TestAws;
let data: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  aws = await startTestAws({ sample: true, aggregationMs: 0 });
  data = await temporaryFolder();
  pointAt(aws.url, { TRIPTYCH_DATA: data.folder });
});

afterAll(async () => {
  await aws.close();
  await data.remove();
});

/** What the page of an overview requests. */
async function requestsOfLanes(): Promise<AskedRequest[]> {
  const farmId = (await listFarms(undefined)).data[0]?.farmId ?? '';
  const costs = laneCosts(farmId, await listQueues(farmId), SPAN, 'UTC');
  if (!costs) throw new Error('The farm has no queues.');
  const canaries = laneCanaries(await listCanaries(undefined), undefined, TEST_NOW);
  const groups = (await listProfilingGroups(undefined)).data.map(({ name }) => name);
  const options = [
    viewsOptions(),
    canariesOptions(),
    canariesHealthOptions(laneHealth(canaries, SPAN, TEST_NOW)),
    farmsOptions(),
    queuesOptions(farmId),
    groupsOptions(),
    ...groups.map((group) => profileTimesOptions(timesOfStrip(group, SPAN, lanePeriod(SPAN, TEST_NOW)))),
    ...groups.map((group) => findingsOptions(laneFindings(group, SPAN, TEST_NOW))),
    notesOptions({ startTime: SPAN.from, endTime: SPAN.to }),
  ];
  return [
    ...options.flatMap(({ meta }) => (meta as unknown as { asked: AskedRequest[] }).asked),
    costsRequest(costs.query, false),
  ];
}

async function shared(requests: readonly AskedRequest[]): Promise<string> {
  const { bytes } = await callRoute(postLink, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify({ name: 'Overview', path: '/', search: '', requests }),
  });
  const last = JSON.parse(bytes.toString().trimEnd().split('\n').at(-1) ?? '') as ShareEvent;
  if (last.type !== 'link') throw new Error(JSON.stringify(last));
  return last.link.id;
}

const kindsOf = ({ queries }: DehydratedState) =>
  [...new Set(queries.map(({ queryKey }) => String(queryKey[0])))].sort();

test('sends what a link without views keeps', async () => {
  const link = await (await sharedLinks()).open(await shared([{ path: '/api/canaries' }]));
  const params = await loadOverviewSearchParams(new URLSearchParams());
  const kept = await answerFrom(link, () => overviewState(params, TEST_NOW, 60_000));
  expect(kindsOf(kept)).toContain('canaries');
  expect(kindsOf(kept)).not.toContain('farms');
});

test('sends all that the lanes show with the page of a link, and no costs or figures with other pages', async () => {
  const params = await loadOverviewSearchParams(
    new URLSearchParams({
      from: new Date(SPAN.from).toISOString(),
      to: new Date(SPAN.to).toISOString(),
      asof: new Date(TEST_NOW).toISOString(),
    }),
  );
  const link = await (await sharedLinks()).open(await shared(await requestsOfLanes()));
  forgetEverything();
  const kept = await answerFrom(link, () => overviewState(params, TEST_NOW, 60_000));
  expect(kindsOf(kept)).toEqual([
    ...['canaries', 'canaries-health', 'costs', 'farms', 'findings', 'notes'],
    ...['profile-times', 'profiling-groups', 'queues', 'views'],
  ]);
  const live = await overviewState(params, TEST_NOW);
  expect(live.queries.length).toBeLessThanOrEqual(4);
  expect(kindsOf(live)).not.toContain('costs');
});
