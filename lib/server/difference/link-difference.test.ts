import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as getDifference } from '@/app/api/links/[id]/difference/route';
import { answeredAgain } from '@/app/api/links/answered-again';
import { POST as postLink } from '@/app/api/links/route';
import { GET as getCompared } from '@/app/api/profiling-groups/[group]/profile/compare/route';
import type { DifferencePart, LinkDifference, PresentTime } from '@/lib/answer/link-difference';
import type { AskedRequest, LinkSummary, ShareEvent } from '@/lib/answer/shared-link';
import { ChunkReader } from '@/lib/farm/stream/row-chunk';
import { DAY, HOUR } from '@/lib/time/duration';
import { archiveLater } from '../archive/archive-later';
import { profileArchive } from '../profiler/archived-profiles';
import { addRecordedHours, utcDay } from '../profiler/recorded-hours';
import {
  callRoute,
  forgetEverything,
  pointAt,
  startTestAws,
  type TestAws,
  temporaryFolder,
} from '../test-support';

const HOST = 'http://127.0.0.1:3000';
const GROUP = 'sample-checkout-service';
const PROFILE = `/api/profiling-groups/${GROUP}/profile`;
const CANARY = 'sample-login-flow';

const iso = (instant: number) => new Date(instant).toISOString();
/** Three hours of whole profiles until an instant. */
const until = (to: number) => ({ from: to - 3 * HOUR, to });
const KEPT = until(Date.parse('2026-11-23T14:00:00Z'));
const NOW = until(Date.parse('2026-11-24T14:00:00Z'));

let aws: TestAws;
let data: Awaited<ReturnType<typeof temporaryFolder>>;
let farmId: string;
let queueIds: string[];
const links: Record<string, LinkSummary> = {};

async function ask({ path, body }: AskedRequest) {
  const original = new Request(HOST, { headers: { host: '127.0.0.1:3000', origin: HOST } });
  const response = await answeredAgain(original)({ path, body }, new AbortController().signal);
  return (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const costsRequest = ({ from, to }: typeof KEPT): AskedRequest => ({
  path: `/api/farms/${farmId}/costs`,
  body: {
    ...{ startTime: iso(from), endTime: iso(to), zone: 'UTC', period: 'HOURLY', queueIds },
    ...{ statistics: ['SUM', 'MIN', 'MAX', 'AVG'], fresh: false, groupBy: ['QUEUE_ID'] },
  },
});

/** What a farm cost, added up from AWS's rows. */
async function costOf(span: typeof KEPT): Promise<number> {
  const events = await ask(costsRequest(span));
  const reader = new ChunkReader(events.find(({ type }) => type === 'plan').keys);
  const rows = events.flatMap((event) => (event.type === 'rows' ? reader.read(event.chunk) : []));
  return rows.reduce((sum, { costUsd }) => sum + (costUsd.sum ?? 0), 0);
}

const functionsPath = ({ from, to }: typeof KEPT) =>
  `${PROFILE}/functions?startTime=${iso(from)}&endTime=${iso(to)}`;

async function share(path: string, requests: AskedRequest[], span = KEPT): Promise<LinkSummary> {
  const search = `?from=${iso(span.from)}&to=${iso(span.to)}&asof=${iso(KEPT.to)}`;
  const { bytes } = await callRoute(postLink, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: HOST },
    body: JSON.stringify({ name: 'A page', path, search, requests }),
  });
  const last = JSON.parse(bytes.toString().trimEnd().split('\n').at(-1) ?? '') as ShareEvent;
  if (last.type !== 'link') throw new Error(JSON.stringify(last));
  expect(last.link.missing).toEqual([]);
  return last.link;
}

async function difference(of: DifferencePart, time: PresentTime, id: string): Promise<LinkDifference> {
  const answer = await callRoute(getDifference, {
    path: `/?of=${of}&time=${time}`,
    params: { id },
  });
  expect(answer.status, answer.bytes.toString()).toBe(200);
  return answer.body.data;
}

const idOf = (page: string) => links[page]?.id ?? '';

beforeAll(async () => {
  aws = await startTestAws({ sample: true, aggregationMs: 0 });
  data = await temporaryFolder();
  pointAt(aws.url, { TRIPTYCH_DATA: data.folder, TRIPTYCH_NOW: iso(KEPT.to) });
  const [farms] = await ask({ path: '/api/farms' });
  farmId = farms.data[0].farmId;
  const queues = { path: `/api/farms/${farmId}/queues` };
  const [{ data: listed }] = await ask(queues);
  queueIds = listed.map((queue: { queueId: string }) => queue.queueId);
  const profile = { path: `${PROFILE}?startTime=${iso(KEPT.from)}&endTime=${iso(KEPT.to)}&width=1600` };
  links.profile = await share(`/profiles/${GROUP}`, [profile, { path: functionsPath(KEPT) }]);
  const costs = [{ path: '/api/farms' }, queues, costsRequest(KEPT)];
  links.farm = await share(`/farms/${farmId}`, costs);
  links.farms = await share('/farms', costs);
  const summary = `/api/profiling-groups/${GROUP}/summary?startTime=${iso(KEPT.from)}&endTime=${iso(KEPT.to)}`;
  links.groups = await share('/profiles', [{ path: '/api/profiling-groups' }, { path: summary }]);
  links.canary = await share(`/canaries/${CANARY}`, [
    { path: `/api/canaries/${CANARY}` },
    { path: `/api/canaries/${CANARY}/history?from=${KEPT.from}` },
  ]);
  const health = {
    path: '/api/canaries-health',
    body: { names: [CANARY], from: KEPT.from, to: KEPT.to, now: KEPT.to, bins: 24 },
  };
  links.overview = await share('/', [...costs, { path: '/api/canaries' }, health]);
  pointAt(aws.url, { TRIPTYCH_DATA: data.folder, TRIPTYCH_NOW: iso(NOW.to) });
});

afterAll(async () => {
  await archiveLater().flush();
  await aws.close();
  await data.remove();
});

it('finds no difference where AWS has the same as the link', async () => {
  for (const [page, part] of [
    ['profile', 'profile'],
    ['farm', 'costs'],
    ['canary', 'canaries'],
    ['overview', 'costs'],
    ['overview', 'canaries'],
  ] as const) {
    const { kept, current, rows } = await difference(part, 'same', idOf(page));
    expect(kept.problem ?? current.problem, page).toBeUndefined();
    expect(current.span, page).toEqual(kept.span);
    expect(rows.length, page).toBeGreaterThan(1);
    const known = rows.filter((row) => row.kept !== null);
    expect(known.length, page).toBeGreaterThan(1);
    for (const row of known) expect(row.current, `${page}: ${row.label}`).toBe(row.kept);
  }
});

it('compares a profile with the one of the same length up to now', async () => {
  const { kept, current, rows } = await difference('profile', 'now', idOf('profile'));
  expect([kept.span, current.span]).toEqual([KEPT, NOW]);
  const [[before], [now]] = [
    await ask({ path: functionsPath(KEPT) }),
    await ask({ path: functionsPath(NOW) }),
  ];
  expect(rows[0]).toEqual({
    ...{ label: 'Samples', unit: 'count' },
    ...{ kept: before.data.samples, current: now.data.samples },
  });
  const shareOf = ({ data: { functions, samples } }: typeof now, name: string) =>
    functions.find((each: { name: string }) => each.name === name).self / samples;
  const name = 'java.net:SocketInputStream:socketRead0';
  expect(rows.find(({ label }) => label === 'SocketInputStream.socketRead0, self')).toMatchObject({
    ...{ unit: 'share', kept: shareOf(before, name), current: shareOf(now, name) },
  });
});

it('compares the costs of a farm with those of the same length up to now', async () => {
  const { rows } = await difference('costs', 'now', idOf('farm'));
  const [sum, ...queues] = rows;
  expect(sum?.label).toBe('Total');
  expect(sum?.kept).toBeCloseTo(await costOf(KEPT), 6);
  expect(sum?.current).toBeCloseTo(await costOf(NOW), 6);
  const total = (side: 'kept' | 'current') => queues.reduce((all, row) => all + (row[side] ?? 0), 0);
  expect(total('kept')).toBeCloseTo(sum?.kept ?? 0, 6);
  expect(total('current')).toBeCloseTo(sum?.current ?? 0, 6);
});

it('compares the samples of groups and the costs of farms, as far as the link keeps them', async () => {
  const groups = await difference('groups', 'now', idOf('groups'));
  const [[before], [now]] = [
    await ask({ path: functionsPath(KEPT) }),
    await ask({ path: functionsPath(NOW) }),
  ];
  expect(groups.rows.find(({ label }) => label === `${GROUP}, samples`)).toMatchObject({
    ...{ kept: before.data.samples, current: now.data.samples },
  });
  expect(groups.kept.notes).toEqual(['The link keeps the figures of those groups alone that were in view.']);
  const farms = await difference('farms', 'now', idOf('farms'));
  const row = farms.rows.find(({ label }) => label === 'Sample farm');
  expect(row?.kept).toBeCloseTo(await costOf(KEPT), 6);
  expect(row?.current).toBeCloseTo(await costOf(NOW), 6);
});

describe('without AWS', () => {
  beforeAll(() => pointAt('http://127.0.0.1:9', { TRIPTYCH_DATA: data.folder, TRIPTYCH_NOW: iso(NOW.to) }));

  it('has the kept figures, and says why the present ones are unknown', async () => {
    for (const [page, part] of [
      ['profile', 'profile'],
      ['farm', 'costs'],
    ] as const) {
      const { kept, current, rows } = await difference(part, 'now', idOf(page));
      expect(kept.problem, page).toBeUndefined();
      expect(current.problem?.message, page).toMatch(/./);
      expect(rows.length, page).toBeGreaterThan(1);
      for (const row of rows) expect([row.kept === null, row.current], row.label).toEqual([false, null]);
    }
    const groups = await difference('groups', 'now', idOf('groups'));
    expect(groups.rows.find(({ label }) => label === `${GROUP}, samples`)).toMatchObject({ current: null });
    expect(groups.current.notes.join()).toContain(`${GROUP}: `);
    const farms = await difference('farms', 'now', idOf('farms'));
    expect(farms.rows.find(({ label }) => label === 'Sample farm')).toMatchObject({ current: null });
    expect(farms.current.notes.join()).toContain('Sample farm: ');
    const { rows, current } = await difference('canaries', 'now', idOf('canary'));
    expect(rows.find(({ label }) => label === 'Finished runs')).toMatchObject({ current: null });
    expect(current.notes).not.toEqual([]);
  }, 60_000);
});

describe('a comparison with a kept baseline', () => {
  beforeAll(() => pointAt(aws.url, { TRIPTYCH_DATA: data.folder, TRIPTYCH_NOW: iso(NOW.to) }));

  const compare = (baseline: typeof KEPT, id: string) =>
    callRoute(getCompared, {
      path: `/?startTime=${iso(NOW.from)}&endTime=${iso(NOW.to)}&baselineStartTime=${iso(baseline.from)}&baselineEndTime=${iso(baseline.to)}&baselineKept=${id}`,
      params: { group: GROUP },
    });

  it('has the samples of the link and those of AWS', async () => {
    const { body } = await compare(KEPT, idOf('profile'));
    const [[before], [now]] = [
      await ask({ path: functionsPath(KEPT) }),
      await ask({ path: functionsPath(NOW) }),
    ];
    expect(body.data.samples).toEqual({ baseline: before.data.samples, comparison: now.data.samples });
  });

  it('refuses a time that the link does not keep, and a link that does not exist', async () => {
    expect((await compare(NOW, idOf('profile'))).body.error.code).toBe('NotKept');
    expect((await compare(KEPT, 'x'.repeat(22))).body.error.code).toBe('NoSuchLink');
  });
});

it('asks for recorded hours as the page does, where AWS has only days left', async () => {
  pointAt(aws.url, { TRIPTYCH_DATA: data.folder, TRIPTYCH_NOW: iso(KEPT.to) });
  const start = KEPT.from - 80 * DAY;
  const hours = { from: start, to: start + 2 * HOUR };
  const group = { path: `/api/profiling-groups/${GROUP}` };
  const days = await share(`/profiles/${GROUP}`, [group], hours);
  const source = (await profileArchive()) ?? expect.fail('There is no archive');
  await addRecordedHours(source, { group: GROUP, day: utcDay(start) }, [start, start + HOUR], KEPT.to);
  const before = await difference('profile', 'same', days.id);
  expect(before.kept.requested.to - before.kept.requested.from, 'the link was made before').toBe(DAY);
  expect(before.current.requested).toEqual(hours);
  const notice = expect.stringContaining('not as long as the one that was kept');
  expect(before.current.notes).toContainEqual(notice);
  forgetEverything();
  const { id } = await share(`/profiles/${GROUP}`, [group], hours);
  const { kept, current } = await difference('profile', 'same', id);
  expect([kept.requested, current.requested]).toEqual([hours, hours]);
  expect(current.notes).not.toContainEqual(notice);
});

it('refuses a part that the page of the link does not have', async () => {
  const { status, body } = await callRoute(getDifference, {
    path: '/?of=costs&time=now',
    params: { id: idOf('profile') },
  });
  expect([status, body.error.field]).toEqual([400, 'of']);
});
