import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as getTrend } from '@/app/api/profiling-groups/[group]/frame-metrics/route';
import { GET as getFindings } from '@/app/api/profiling-groups/[group]/recommendations/route';
import { ClientForTest } from '@/lib/local-aws/codeguru/client-for-test';
import { callRoute, pointAt } from '../test-support';

let aws: ClientForTest<string>;

beforeAll(async () => {
  aws = await ClientForTest.start(({ endpoint }) => endpoint);
  pointAt(aws.client);
  await aws.createGroup('shop');
  await aws.createGroup('idle');
  await aws.post('shop', '2026-11-24T13:00:30Z', 'main 60\n  re:compile 30\n  other 10\n    re:compile 10');
  await aws.post('shop', '2026-11-23T13:10:00Z', 'main 75\n  re:compile 25');
});
afterAll(() => aws.close());

const HOUR = 'startTime=2026-11-24T13:00:00Z&endTime=2026-11-24T14:00:00Z';

describe('findings of a range', () => {
  const findings = (query: string, group = 'shop') =>
    callRoute(getFindings, { path: `/?${query}`, params: { group } });

  it('have a share, advice and places for each recommendation', async () => {
    const { status, body } = await findings(HOUR);
    expect(status).toBe(200);
    const [{ share, places, matches, ...advice }] = body.data.recommendations;
    expect(advice).toMatchObject({
      name: expect.stringMatching(/expressions/),
      steps: expect.stringMatching(/once/),
    });
    expect(places).toBe(2);
    expect(share).toBeCloseTo(40 / 110);
    expect(matches[0]).toEqual({
      name: 're:compile',
      path: ['main', 're:compile'],
      share: expect.closeTo(30 / 110),
    });
    expect(body.data.anomalies).toEqual([]);
  });

  it('are empty for an inconspicuous profile, and a problem without a profile', async () => {
    await aws.post('idle', '2026-11-24T13:00:30Z', 'main 10');
    expect((await findings(HOUR, 'idle')).body.data).toMatchObject({ recommendations: [], anomalies: [] });
    const none = await findings('startTime=2026-11-20T13:00:00Z&endTime=2026-11-20T14:00:00Z');
    expect(none.body.error).toMatchObject({ code: 'ResourceNotFoundException', status: 404 });
  });

  it('are refused for more than 7 days and for an end before the start', async () => {
    for (const query of [
      'startTime=2026-11-01T13:00:00Z&endTime=2026-11-20T14:00:00Z',
      'startTime=2026-11-20T13:00:00Z&endTime=2026-11-20T12:00:00Z',
    ]) {
      const { status, body } = await findings(query);
      expect([status, body.error.field]).toEqual([400, 'endTime']);
    }
  });
});

describe('the trend of a function', () => {
  const trend = (query: string) => callRoute(getTrend, { path: `/?${query}`, params: { group: 'shop' } });
  const DAYS = 'startTime=2026-11-23T00:00:00Z&endTime=2026-11-24T14:00:00Z';

  it('has a point for each aggregated profile over several days', async () => {
    const { status, body } = await trend(`${DAYS}&period=PT1H&name=re:compile`);
    expect(status).toBe(200);
    const hour = (from: string) => ({ from: Date.parse(from), to: Date.parse(from) + 3_600_000 });
    expect(body).toMatchObject({
      partial: false,
      data: {
        name: 're:compile',
        points: [
          { ...hour('2026-11-23T13:00Z'), share: 0.25 },
          { ...hour('2026-11-24T13:00Z'), share: expect.closeTo(40 / 110) },
        ],
      },
    });
  });

  it('counts the named thread states', async () => {
    const { body } = await trend(`${DAYS}&period=P1D&name=main&threadStates=RUNNABLE,a%252Cb`);
    expect(body.data.points.map(({ share }: { share: number }) => share)).toEqual([0]);
  });

  it.each([
    ['period=PT1M&name=main', 'period'],
    ['period=PT1H&name=', 'name'],
    [`period=PT1H&name=${'a'.repeat(2001)}`, 'name'],
    ['period=PT1H&name=main&threadStates=all', 'threadStates'],
  ])('is refused for %.40s', async (query, field) => {
    const { status, body } = await trend(`${DAYS}&${query}`);
    expect([status, body.error.field]).toEqual([400, field]);
  });
});
