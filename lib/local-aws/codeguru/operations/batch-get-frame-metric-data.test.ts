import {
  BatchGetFrameMetricDataCommand,
  type BatchGetFrameMetricDataCommandInput,
  CodeGuruProfilerClient,
  GetProfileCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { ClientForTest } from '../client-for-test';
import { frameTotals, shareOf } from '../store/frame-totals';

const GROUP = 'my-group';

let aws: ClientForTest<CodeGuruProfilerClient>;

const start = (sample: boolean) =>
  ClientForTest.start((config) => new CodeGuruProfilerClient(config), { sample });

afterEach(() => aws.close());

const at = (time: string) => new Date(`2026-11-24T${time}Z`);

const frame = (frameName: string, ...threadStates: string[]) =>
  ({ frameName, type: 'AggregatedRelativeTotalTime', threadStates }) as const;

const get = async (input: Partial<BatchGetFrameMetricDataCommandInput>) =>
  aws.client.send(new BatchGetFrameMetricDataCommand({ profilingGroupName: GROUP, ...input }));

const times = (values: { value: Date | undefined }[] = []) =>
  values.map(({ value }) => value?.toISOString().slice(11, 16));

describe('BatchGetFrameMetricData', () => {
  beforeEach(async () => {
    aws = await start(false);
    await aws.createGroup(GROUP);
    await aws.post(GROUP, '2026-11-24T13:00:30Z', 'main 30\n  parse 10');
    await aws.post(GROUP, '2026-11-24T13:01:30Z', 'main 10\n  parse 30\n    parse 20');
    await aws.post(GROUP, '2026-11-24T13:10:00Z', 'main 50\nother 50');
    await aws.post(GROUP, '2026-11-24T14:31:00Z', 'main 1');
  });

  it('returns the share of the samples with the frame for each step', async () => {
    const answer = await get({
      startTime: at('13:00:00'),
      endTime: at('13:20:00'),
      targetResolution: 'PT5M',
      frameMetrics: [frame('parse', 'WALL_TIME'), frame('main'), frame('nowhere')],
    });
    expect(answer.resolution).toBe('PT5M');
    expect([answer.startTime, answer.endTime]).toEqual([at('13:00:00'), at('13:20:00')]);
    expect(times(answer.endTimes)).toEqual(['13:05', '13:15']);
    expect(answer.frameMetricData).toEqual([
      { frameMetric: frame('parse', 'WALL_TIME'), values: [0.6, 0] },
      { frameMetric: frame('main'), values: [1, 0.5] },
      { frameMetric: frame('nowhere'), values: [0, 0] },
    ]);
    expect(times(answer.unprocessedEndTimes?.NO_PROFILE)).toEqual(['13:10', '13:20']);
  });

  it('returns the steps that start in the range, so that adjacent ranges have none in common', async () => {
    const first = await get({
      startTime: at('12:58:00'),
      endTime: at('13:02:00'),
      frameMetrics: [frame('main')],
    });
    const second = await get({ startTime: at('13:02:00'), period: 'PT10M', frameMetrics: [frame('main')] });
    expect([times(first.endTimes), times(second.endTimes)]).toEqual([['13:05'], ['13:15']]);
    expect([second.startTime, second.endTime]).toEqual([at('13:05:00'), at('13:15:00')]);
    const none = await get({ startTime: at('13:01:00'), endTime: at('13:02:00') });
    expect([none.endTimes, none.frameMetricData]).toEqual([[], []]);
  });

  it('leaves out a step that has not ended', async () => {
    const answer = await get({ period: 'PT5M', frameMetrics: [frame('main')] });
    expect(answer.endTimes).toEqual([]);
    expect(times(answer.unprocessedEndTimes?.NOT_ENDED)).toEqual(['14:35']);
  });

  it('measures the frames with the most self samples when none is named', async () => {
    for (const frameMetrics of [undefined, []]) {
      const answer = await get({
        startTime: at('13:00:00'),
        period: 'PT1H',
        targetResolution: 'PT1H',
        frameMetrics,
      });
      expect(times(answer.endTimes)).toEqual(['14:00']);
      expect(answer.frameMetricData).toEqual([
        { frameMetric: frame('main', 'WALL_TIME'), values: [0.75] },
        { frameMetric: frame('parse', 'WALL_TIME'), values: [0.3] },
        { frameMetric: frame('other', 'WALL_TIME'), values: [0.25] },
      ]);
    }
  });

  it('returns hours and days once finer profiles have expired', async () => {
    const input = { startTime: at('13:00:00'), period: 'PT1H', frameMetrics: [frame('parse')] };
    aws.local.clock.set(Date.parse('2026-12-20T00:00:00Z'));
    const hours = await get(input);
    expect([hours.resolution, hours.frameMetricData?.[0]?.values]).toEqual(['PT1H', [0.3]]);
    aws.local.clock.set(Date.parse('2027-06-01T00:00:00Z'));
    const days = await get({ ...input, startTime: at('00:00:00'), targetResolution: 'PT1H' });
    expect([days.resolution, days.endTime]).toEqual(['P1D', new Date('2026-11-25T00:00:00Z')]);
    expect(days.endTimes).toHaveLength(1);
  });

  it.each<[string, Partial<BatchGetFrameMetricDataCommandInput>]>([
    ['no range', {}],
    ['a start alone', { startTime: at('13:00:00') }],
    ['all three', { startTime: at('13:00:00'), endTime: at('14:00:00'), period: 'PT1H' }],
    ['more than a day', { period: 'P1DT1S' }],
    ['an end before the start', { startTime: at('13:00:00'), endTime: at('12:00:00') }],
    ['an invalid period', { period: 'P1M' }],
    ['an invalid resolution', { period: 'PT1H', targetResolution: 'PT2H' as 'PT1H' }],
    ['101 metrics', { period: 'PT1H', frameMetrics: Array.from({ length: 101 }, () => frame('main')) }],
    [
      'a metric of another type',
      { period: 'PT1H', frameMetrics: [{ ...frame('main'), type: 'Sum' as never }] },
    ],
    ['a metric without a name', { period: 'PT1H', frameMetrics: [frame(undefined as never)] }],
  ])('refuses %s', async (_what, input) => {
    await expect(get(input)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('rejects an unknown group', async () => {
    const input = { profilingGroupName: 'nobody', period: 'PT1H' };
    await expect(get(input)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('a sample group', () => {
  beforeEach(async () => {
    aws = await start(true);
  });

  it('has a step for every five minutes of a day, equal to its profile', async () => {
    const group = { profilingGroupName: 'sample-checkout-service' };
    const frameMetrics = [frame('com.acme.checkout.cart:CartService:total', 'RUNNABLE', 'NATIVE')];
    const startTime = new Date('2026-11-23T00:00:00Z');
    const { endTimes, frameMetricData } = await get({ ...group, startTime, period: 'P1D', frameMetrics });
    expect(endTimes).toHaveLength(288);
    const values = frameMetricData?.[0]?.values ?? [];
    for (const step of [0, 100, 287]) {
      const answer = await aws.client.send(
        new GetProfileCommand({
          ...group,
          accept: 'application/json',
          endTime: endTimes?.[step]?.value,
          period: 'PT5M',
        }),
      );
      const totals = frameTotals(decodeProfile(answer.profile ?? new Uint8Array()).tree);
      const place = totals.names.indexOf(frameMetrics[0]?.frameName ?? '');
      expect(values[step]).toBeCloseTo(shareOf(totals, place, ['RUNNABLE', 'NATIVE']), 10);
      expect(values[step]).toBeGreaterThan(0);
    }
  });
});
