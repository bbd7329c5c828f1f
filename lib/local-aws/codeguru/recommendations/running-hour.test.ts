import { CodeGuruProfilerClient, GetRecommendationsCommand } from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { ClientForTest } from '../client-for-test';

/** Start of the hour that has not ended. */
const RUNNING = Date.parse('2026-11-24T14:00:00Z');
const USUAL = 'main 8\n  work 2';
const UNUSUAL = 'main 2\n  work 8';

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeAll(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config));
  aws.local.clock.set(RUNNING + 59 * MINUTE);
  await fill('over', USUAL, 12);
  await fill('lasting', UNUSUAL, 12);
  await fill('silent', UNUSUAL, 2);
});
afterAll(() => aws.close());

/** Posts 12 usual hours, an unusual one, and profiles of the running hour. */
async function fill(group: string, running: string, count: number): Promise<void> {
  await aws.createGroup(group);
  const post = (at: number, tree: string) => aws.post(group, new Date(at).toISOString(), tree);
  for (let i = 13; i > 1; i--) await post(RUNNING - i * HOUR, USUAL);
  await post(RUNNING - HOUR, UNUSUAL);
  for (let i = 0; i < count; i++) await post(RUNNING + i * 5 * MINUTE, running);
}

/** The time of the anomaly as `13:00–14:00` or `13:00–`, with the clock at some minutes of the running hour. */
async function timeAt(group: string, minutes: number): Promise<string> {
  const now = RUNNING + minutes * MINUTE;
  aws.local.clock.set(now);
  const range = { startTime: new Date(RUNNING - 14 * HOUR), endTime: new Date(now) };
  const { anomalies = [] } = await aws.client.send(
    new GetRecommendationsCommand({ profilingGroupName: group, ...range }),
  );
  const instances = anomalies.flatMap(({ instances = [] }) => instances);
  expect(instances).toHaveLength(1);
  const clock = (instant: Date | undefined) => instant?.toISOString().slice(11, 16) ?? '';
  return `${clock(instances[0]?.startTime)}–${clock(instances[0]?.endTime)}`;
}

it.each([5, 15, 20, 55])('ends an incident that is over, %i minutes after its hour', async (minutes) => {
  expect(await timeAt('over', minutes)).toBe('13:00–14:00');
});

it.each([
  [0, '13:00–'],
  [5, '13:00–14:00'],
  [14, '13:00–14:00'],
  [15, '13:00–'],
  [20, '13:00–'],
  [55, '13:00–'],
])(
  'continues one that lasts once the hour has 15 minutes of profiles, at %i minutes',
  async (minutes, time) => {
    expect(await timeAt('lasting', minutes)).toBe(time);
  },
);

it('ends one when fewer profiles came since', async () => {
  expect(await timeAt('silent', 55)).toBe('13:00–14:00');
});
