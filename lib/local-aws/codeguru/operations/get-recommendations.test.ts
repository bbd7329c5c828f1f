import {
  CodeGuruProfilerClient,
  GetRecommendationsCommand,
  type GetRecommendationsCommandInput,
} from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientForTest } from '../client-for-test';

const JAVA = 'sample-checkout-service';
const DAY = { startTime: new Date('2026-11-23T00:00:00Z'), endTime: new Date('2026-11-24T00:00:00Z') };

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeAll(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config), { sample: true });
});
afterAll(() => aws.close());

const get = (profilingGroupName: string, input: Partial<GetRecommendationsCommandInput> = {}) =>
  aws.client.send(new GetRecommendationsCommand({ profilingGroupName, ...DAY, ...input }));

describe('GetRecommendations', () => {
  it('lists what the rules find in the profile of the range', async () => {
    const answer = await get(JAVA, { locale: 'de-DE' });
    expect(answer).toMatchObject({
      profilingGroupName: JAVA,
      profileStartTime: DAY.startTime,
      profileEndTime: DAY.endTime,
    });
    const [first] = answer.recommendations ?? [];
    expect(first).toMatchObject({
      ...DAY,
      pattern: { name: 'JSON serialization', thresholdPercent: 10 },
    });
    expect(first?.allMatchesSum).toBeGreaterThan(10);
    expect(first?.allMatchesCount).toBeGreaterThan(10);
    expect(first?.topMatches).toHaveLength(10);
    const [match] = first?.topMatches ?? [];
    const [frame = ''] = first?.pattern?.targetFrames?.[match?.targetFramesIndex ?? -1] ?? [];
    expect(match?.frameAddress?.split(' > ').at(-1)).toContain(frame.slice(0, -1));
    expect(match?.thresholdBreachValue).toBeGreaterThan(0);
  });

  it('finds something in the Python sample too', async () => {
    const { recommendations } = await get('sample-render-worker');
    expect(recommendations?.map(({ pattern }) => pattern?.name)).toEqual(['Deep copies', 'Compression']);
  });

  it('lists the hours in which a frame was unusual, with stable ids', async () => {
    const days = { startTime: new Date('2026-11-22T12:00:00Z') };
    const { anomalies } = await get(JAVA, days);
    expect(anomalies?.map(({ metric }) => metric)).toEqual([
      {
        frameName: 'com.acme.checkout.batch:OrderArchive:run',
        type: 'AggregatedRelativeTotalTime',
        threadStates: ['RUNNABLE', 'NATIVE', 'BLOCKED'],
      },
      expect.objectContaining({
        frameName: 'com.fasterxml.jackson.databind.ser:DefaultSerializerProvider:serializeValue',
      }),
    ]);
    const [archive, json] = anomalies ?? [];
    expect(archive?.instances).toEqual([
      {
        id: expect.stringMatching(/^[a-f0-9-]{36}$/),
        startTime: new Date('2026-11-23T02:00:00Z'),
        endTime: new Date('2026-11-23T03:00:00Z'),
      },
    ]);
    expect(json?.reason).toMatch(/rose from 1\d\.\d % to 4\d\.\d % of CPU samples/);
    await aws.restart();
    expect((await get(JAVA, days)).anomalies).toEqual(anomalies);
  });

  it('has the start of a change that lasts, and no end', async () => {
    const week = { startTime: new Date('2026-11-17T14:00:00Z'), endTime: new Date('2026-11-24T14:00:00Z') };
    const { anomalies } = await get(JAVA, week);
    const release = anomalies?.find(({ metric }) => metric?.frameName?.endsWith('CartService:recommend'));
    expect(release?.instances).toEqual([
      { id: expect.any(String), startTime: new Date('2026-11-24T09:00:00Z') },
    ]);
    expect(release?.reason).toMatch(/rose from 0\.0 % to 13\.\d % of CPU samples/);
  });

  it('finds no anomalies in a few hours', async () => {
    const { anomalies, recommendations } = await get(JAVA, { startTime: new Date('2026-11-23T20:00:00Z') });
    expect(anomalies).toEqual([]);
    expect(recommendations?.length).toBeGreaterThan(0);
  });

  it.each<[string, Partial<GetRecommendationsCommandInput>]>([
    ['an end before the start', { endTime: new Date('2026-11-22T00:00:00Z') }],
    ['more than 7 days', { startTime: new Date('2026-11-16T23:59:59Z') }],
    ['an unknown locale', { locale: 'la' }],
  ])('refuses %s', async (_what, input) => {
    await expect(get(JAVA, input)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('refuses a request without a start, which only the client checks', async () => {
    const path = `/internal/profilingGroups/${JAVA}/recommendations?endTime=2026-11-24T00:00:00Z`;
    const answer = await fetch(aws.local.clientConfig.endpoint + path);
    expect(answer.headers.get('x-amzn-errortype')).toBe('ValidationException');
  });

  it('finds nothing without a profile or a group', async () => {
    const refused = { name: 'ResourceNotFoundException' };
    await expect(get('triptych-server')).rejects.toMatchObject(refused);
    await expect(get('nobody')).rejects.toMatchObject(refused);
  });
});
