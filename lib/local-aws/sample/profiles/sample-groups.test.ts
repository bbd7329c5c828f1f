import { CodeGuruProfilerClient, GetProfileCommand } from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type StartedForTest, startForTest, TEST_NOW } from '@/lib/local-aws/started-for-test';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { DAY } from '@/lib/time/duration';

let local: StartedForTest;

beforeAll(async () => {
  local = await startForTest();
});
afterAll(() => local.close());

const get = async (profilingGroupName: string, start: string, period: string) => {
  const input = { profilingGroupName, startTime: new Date(start), period };
  const client = new CodeGuruProfilerClient(local.clientConfig);
  const { profile } = await client.send(new GetProfileCommand(input));
  return decodeProfile(profile ?? new Uint8Array());
};

it('serves a captured profile at its own time, without duplicates after a restart', async () => {
  for (const _start of [1, 2]) {
    const { tree, start } = await get('captured-python-agent', '2026-11-21T22:25:00Z', 'PT5M');
    expect([start, tree.total[0]?.[0]]).toEqual([Date.parse('2026-11-21T22:25:00Z'), 52]);
    await local.stop();
    local = await startForTest({ folder: local.folder });
  }
});

it('serves the windows that have ended, including those of the current day', async () => {
  await expect(get('sample-render-worker', '2026-11-24T14:30:00Z', 'PT5M')).rejects.toThrow('no profile');
  const day = await get('sample-render-worker', '2026-11-24T00:00:00Z', 'P1D');
  expect(day.end).toBe(Date.parse('2026-11-24T14:30:00Z'));
});

it('keeps hours for 60 days', async () => {
  const old = new Date(TEST_NOW - 30 * DAY).toISOString();
  await expect(get('sample-render-worker', old, 'PT30M')).rejects.toThrow('no profile');
  expect((await get('sample-render-worker', old, 'PT2H')).sampleWeights).toEqual({ WALL_TIME: 10 });
});
