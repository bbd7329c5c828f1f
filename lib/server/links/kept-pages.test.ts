import { afterAll, beforeAll, expect, test } from 'vitest';
import { answeredAgain } from '@/app/api/links/answered-again';
import { POST as postLink } from '@/app/api/links/route';
import type { AskedRequest, LinkSummary, ShareEvent } from '@/lib/answer/shared-link';
import { readRuns } from '@/lib/canary/stream/run-chunk';
import type { Budget } from '@/lib/farm/budgets/budget';
import { burnDownQuery } from '@/lib/farm/budgets/burn-down-query';
import { budgetsToDate } from '@/lib/farm/budgets/threshold-costs';
import { thresholdCrossings } from '@/lib/farm/budgets/threshold-crossings';
import { CostCollector } from '@/lib/farm/stream/collect-costs';
import type { CostEvent } from '@/lib/farm/stream/cost-event';
import { ChunkReader } from '@/lib/farm/stream/row-chunk';
import { archiveLater } from '../archive/archive-later';
import { callRoute, pointAt, startTestAws, TEST_NOW, type TestAws, temporaryFolder } from '../test-support';

const HOST = 'http://127.0.0.1:3000';
const HOUR = 3_600_000;
const GROUP = '/api/profiling-groups/sample-checkout-service';
const RANGE = 'startTime=2026-11-24T12:00:00.000Z&endTime=2026-11-24T14:00:00.000Z';

let aws: TestAws;
let data: Awaited<ReturnType<typeof temporaryFolder>>;
let requests: AskedRequest[];
let farmId: string;
let budget: Budget;

beforeAll(async () => {
  aws = await startTestAws({ sample: true, aggregationMs: 0 });
  data = await temporaryFolder();
  pointAt(aws.url, { TRIPTYCH_DATA: data.folder });
  const farms = await ask({ path: '/api/farms' });
  ({ farmId } = farms.json.data.find(
    ({ displayName }: { displayName: string }) => displayName === 'Sample farm',
  ));
  const queues = (await ask({ path: `/api/farms/${farmId}/queues` })).json.data;
  const budgets = (await ask({ path: `/api/farms/${farmId}/budgets?details=active` })).json.data;
  budget =
    budgets.find(({ displayName }: Budget) => displayName.startsWith('fx')) ?? expect.fail('no budget');
  requests = [
    { path: '/api/canaries' },
    { path: '/api/canary-groups' },
    { path: '/api/canaries/sample-login-flow' },
    { path: `/api/canaries/sample-login-flow/history?from=${TEST_NOW - 6 * HOUR}` },
    {
      path: '/api/canaries-health',
      body: {
        names: ['sample-login-flow', 'sample-store-finder'],
        from: TEST_NOW - 6 * HOUR,
        to: TEST_NOW,
        now: TEST_NOW,
        bins: 24,
      },
    },
    { path: '/api/farms' },
    { path: `/api/farms/${farmId}` },
    { path: `/api/farms/${farmId}/queues` },
    { path: `/api/farms/${farmId}/fleets` },
    { path: `/api/farms/${farmId}/budgets` },
    { path: `/api/farms/${farmId}/budgets?details=active` },
    {
      path: `/api/farms/${farmId}/costs`,
      body: {
        ...{
          startTime: '2026-11-24T00:00:00.000Z',
          endTime: '2026-11-24T14:00:00.000Z',
          zone: 'UTC',
          period: 'HOURLY',
        },
        ...{
          statistics: ['SUM'],
          fresh: false,
          groupBy: ['QUEUE_ID'],
          queueIds: queues.map((queue: { queueId: string }) => queue.queueId),
        },
      },
    },
    burnDownRequest(),
    { path: '/api/profiling-groups' },
    { path: GROUP },
    { path: `${GROUP}/profile?${RANGE}&width=1600&maxDepth=20` },
    { path: `${GROUP}/profile/functions?${RANGE}` },
    { path: `${GROUP}/profile-times?${RANGE}&period=PT5M` },
    { path: `${GROUP}/recommendations?${RANGE}` },
    { path: `${GROUP}/samples?period=PT1H&starts=2026-11-24T12:00:00.000Z,2026-11-24T13:00:00.000Z` },
    { path: `${GROUP}/summary?${RANGE}` },
    { path: '/api/users' },
    { path: '/api/aws-place' },
  ];
});

afterAll(async () => {
  await archiveLater().flush();
  await aws.close();
  await data.remove();
});

/** The burn-down of a budget until the end of the range that the overview shows. */
function burnDownRequest(): AskedRequest {
  const { from, to, zone, period, keys, statistics, resources } =
    burnDownQuery(farmId, budget, TEST_NOW, 'UTC') ?? expect.fail('no burn-down');
  return {
    path: `/api/farms/${farmId}/costs`,
    body: {
      ...{ startTime: new Date(from).toISOString(), endTime: new Date(to).toISOString(), zone, period },
      ...{ statistics, fresh: false, groupBy: keys, queueIds: resources.ids },
    },
  };
}

/** The thresholds at a half and at all of what a budget has used, in November, as the overview marks them. */
async function crossings(kept?: string) {
  const { data, asOf } = (await ask({ path: `/api/farms/${farmId}/budgets?details=active` }, kept)).json;
  const listed: Budget = data.find(({ budgetId }: Budget) => budgetId === budget.budgetId);
  const actions = [50, 100].map((thresholdPercent) => ({ type: 'STOP', thresholdPercent }));
  const reached = { ...listed, limitUsd: listed.usedUsd * 0.99, details: { ...listed.details, actions } };
  const dating = {
    span: { from: TEST_NOW - 24 * 24 * HOUR, to: TEST_NOW },
    now: TEST_NOW,
    zone: 'UTC',
    asOf,
  };
  const [toDate] = budgetsToDate(farmId, [reached], dating).toDate;
  if (!toDate) return expect.fail('no budget to date');
  const events = (await ask(burnDownRequest(), kept)).lines.map((line) => JSON.parse(line) as CostEvent);
  let collector: CostCollector | undefined;
  for (const event of events) {
    if (event.type === 'plan') collector = new CostCollector(event, toDate.query.keys);
    else if (event.type === 'rows') collector?.add(event);
    else if (event.type === 'end' && collector)
      return thresholdCrossings(toDate, collector.end(event), dating);
  }
  return expect.fail('no whole answer');
}

/** Answers a request as the dashboard's server does; the page of a link adds its id. */
async function ask({ path, body }: AskedRequest, kept?: string) {
  const original = new Request(HOST, { headers: { host: '127.0.0.1:3000', origin: HOST } });
  const url = new URL(path, HOST);
  if (kept !== undefined) url.searchParams.set('kept', kept);
  const response = await answeredAgain(original)(
    { path: url.pathname + url.search, body },
    new AbortController().signal,
  );
  const text = await response.text();
  const lines = text.trimEnd().split('\n');
  return { status: response.status, lines, json: JSON.parse(lines.at(-1) ?? '') };
}

async function share(shared: AskedRequest[]): Promise<LinkSummary> {
  const { bytes } = await callRoute(postLink, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: HOST },
    body: JSON.stringify({ name: 'A page', path: '/', search: '?from=now-6h', requests: shared }),
  });
  const events = bytes
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ShareEvent);
  const last = events.at(-1);
  if (last?.type !== 'link') throw new Error(JSON.stringify(last));
  return last.link;
}

/** What an answer shows in the end: not in which pieces it came. */
function shown(lines: string[]): unknown[] {
  const events = lines.map((line) => JSON.parse(line));
  const runs = events.flatMap((event) => (event.type === 'runs' ? readRuns(event.chunk) : []));
  const reader = new ChunkReader(events.find(({ type }) => type === 'plan')?.keys ?? []);
  const rows = events.flatMap((event) => (event.type === 'rows' ? reader.read(event.chunk) : []));
  const others = events.filter(
    ({ type, isCovered }) => !['runs', 'rows', 'progress'].includes(type) && isCovered !== false,
  );
  // The lines about several canaries come in any order.
  return [
    runs,
    rows,
    ...others.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
  ];
}

/** The answers of AWS, and the link that keeps them. AWS is gone afterwards, and years have passed. */
let before: Awaited<ReturnType<typeof ask>>[];
let crossedBefore: Awaited<ReturnType<typeof crossings>>;
let link: LinkSummary;

beforeAll(async () => {
  before = [];
  for (const request of requests) before.push(await ask(request));
  crossedBefore = await crossings();
  link = await share(requests);
  pointAt('http://127.0.0.1:9', { TRIPTYCH_DATA: data.folder, TRIPTYCH_NOW: '2030-11-24T00:00:00Z' });
});

test('keeps an answer to every request of a page', () => {
  expect(before.map(({ status }) => status)).toEqual(requests.map(() => 200));
  expect(link.missing).toEqual([]);
});

test('marks the same thresholds of budgets as crossed', async () => {
  expect(crossedBefore.notes).toEqual([]);
  expect(crossedBefore.crossings).toHaveLength(2);
  expect(await crossings(link.id)).toEqual(crossedBefore);
});

test('answers every request from the link, as it was', async () => {
  for (const [index, request] of requests.entries()) {
    const kept = await ask(request, link.id);
    expect(shown(kept.lines), request.path).toEqual(shown(before[index]?.lines ?? []));
  }
});
