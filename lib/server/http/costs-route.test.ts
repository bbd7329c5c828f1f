import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as askCosts } from '@/app/api/farms/[farmId]/costs/route';
import type { CostEvent } from '@/lib/farm/stream/cost-event';
import { listFarms } from '../deadline/list-farms';
import { listQueues } from '../deadline/list-queues';
import { callRoute, pointAt, startTestAws, type TestAws } from '../test-support';

const hex = '0123456789abcdef0123456789abcdef';
const good = {
  startTime: '2026-11-20T00:00:00Z',
  endTime: '2026-11-24T00:00:00Z',
  zone: 'Asia/Kathmandu',
  period: 'DAILY',
  queueIds: [`queue-${hex}`],
  groupBy: ['QUEUE_ID'],
  statistics: ['SUM'],
};

let aws: TestAws;

beforeAll(async () => {
  aws = await startTestAws({ sample: true, aggregationMs: 0 });
  pointAt(aws.url);
});

afterAll(() => aws.close());

const post = (body: string, farmId = `farm-${hex}`, headers: Record<string, string> = {}) =>
  callRoute(askCosts, {
    method: 'POST',
    params: { farmId },
    headers: { origin: 'http://127.0.0.1:3000', 'content-type': 'application/json', ...headers },
    body,
  });

const eventsOf = ({ bytes }: { bytes: Buffer }): CostEvent[] =>
  bytes
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

it('answers with a line for the plan, for progress, for rows, and for the end', async () => {
  const [farm] = (await listFarms(undefined)).data;
  const queueIds = (await listQueues(farm?.farmId ?? '')).data.map(({ queueId }) => queueId);
  const answer = await post(JSON.stringify({ ...good, queueIds }), farm?.farmId);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('x-accel-buffering')).toBe('no');
  const events = eventsOf(answer);
  expect(events[0]).toMatchObject({
    type: 'plan',
    period: 'DAILY',
    keys: ['QUEUE_ID', 'USAGE_TYPE'],
    notes: [expect.stringContaining('hours and days are those of UTC')],
  });
  expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['plan', 'progress', 'rows', 'end']));
  expect(events.at(-1)).toMatchObject({
    type: 'end',
    coverage: { from: Date.parse(good.startTime), to: Date.parse(good.endTime) },
    isCut: false,
  });
});

it('answers with a failure when the farm does not exist', async () => {
  const answer = await post(JSON.stringify(good));
  expect(answer.status).toBe(200);
  expect(eventsOf(answer).at(-1)).toMatchObject({
    type: 'failed',
    failure: { status: 'PROBLEM', problem: { code: 'ResourceNotFoundException', status: 404 } },
  });
});

describe('a bad request', () => {
  const ids = (count: number) =>
    Array.from({ length: count }, (_, i) => `queue-${String(i).padStart(32, '0')}`);

  it.each([
    [{ queueIds: undefined }, 'queueIds'],
    [{ fleetIds: [`fleet-${hex}`] }, 'fleetIds'],
    [{ queueIds: [] }, 'queueIds'],
    [{ queueIds: ids(501) }, 'queueIds'],
    [{ queueIds: [`fleet-${hex}`] }, 'queueIds'],
    [{ queueIds: [`queue-${hex}`, `queue-${hex}`] }, 'queueIds'],
    [{ groupBy: [] }, 'groupBy'],
    [{ groupBy: ['QUEUE_ID', 'JOB_ID', 'USER_ID'] }, 'groupBy'],
    [{ groupBy: ['COLOUR'] }, 'groupBy'],
    [{ statistics: ['SUM', 'SUM'] }, 'statistics'],
    [{ statistics: ['MEDIAN'] }, 'statistics'],
    [{ period: 'YEARLY' }, 'period'],
    [{ zone: 'Mars/Olympus' }, 'zone'],
    [{ zone: 'x'.repeat(65) }, 'zone'],
    [{ zone: 5 }, 'zone'],
    [{ endTime: '2026-11-20T00:00:00Z' }, 'endTime'],
    [{ startTime: 5 }, 'startTime'],
    [{ fresh: 'yes' }, 'fresh'],
  ])('is refused: %o', async (change, field) => {
    const { status, body } = await post(JSON.stringify({ ...good, ...change }));
    expect({ status, field: body.error.field }).toEqual({ status: 400, field });
    expect(body.error.message).toMatch(new RegExp(`^${field} .*[^.]\\.$`));
  });

  it.each([
    { startTime: '1950-01-01T00:00:00Z', endTime: '9999-01-01T00:00:00Z', zone: 'Asia/Kolkata' },
    { startTime: '2016-11-01T00:00:00Z', zone: 'Asia/Kolkata' },
  ])('is refused in a sentence if its range is too long: %o', async (change) => {
    const { status, body } = await post(JSON.stringify({ ...good, ...change }));
    expect({ status, field: body.error.field }).toEqual({ status: 400, field: 'endTime' });
    expect(body.error.message).toBe('The range must be at most 10 years long. Choose a shorter one.');
  });

  it('is refused when it needs too many aggregations', async () => {
    const years = { startTime: '2021-06-01T00:00:00Z', zone: 'Europe/Berlin', queueIds: ids(90) };
    const { status, body } = await post(JSON.stringify({ ...good, ...years }));
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      'This needs 108 aggregations, and an answer may have 100. Choose fewer queues or fleets, or a shorter range.',
    );
  });

  it('is refused unless it is a JSON object of at most 64 KiB', async () => {
    expect((await post('{')).body.error).toMatchObject({ status: 400, field: 'body' });
    expect((await post('[]')).body.error).toMatchObject({ status: 400, field: 'body' });
    expect((await post('{}', undefined, { 'content-type': 'text/plain' })).status).toBe(400);
    const tooLarge = await post(`{"a":"${'x'.repeat(65_536)}"}`);
    expect([tooLarge.status, tooLarge.body.error.message]).toEqual([413, 'The body must be at most 64 KiB.']);
  });

  it('is refused from another site', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:4000'])
      expect((await post(JSON.stringify(good), undefined, { origin })).status, origin).toBe(403);
  });
});
