import { CodeGuruProfilerClient, GetProfileCommand } from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallTree } from '@/lib/profile/call-tree';
import { decodeProfile } from '@/lib/profile/decode';
import { mergeTrees } from '@/lib/profile/merge';
import { DAY, HOUR } from '@/lib/time/duration';
import { type StartedForTest, startForTest } from '../../deadline/started-for-test';

const STATES: Record<string, string[]> = {
  'sample-checkout-service': ['BLOCKED', 'IDLE', 'NATIVE', 'RUNNABLE', 'TIMED_WAITING', 'WAITING'],
  'sample-render-worker': ['WALL_TIME'],
};

describe('the sample profiles', () => {
  let local: StartedForTest;
  let client: CodeGuruProfilerClient;

  beforeAll(async () => {
    local = await startForTest();
    client = new CodeGuruProfilerClient(local.clientConfig);
  });
  afterAll(() => local.close());

  const get = async (profilingGroupName: string, from: string, period: string) => {
    const startTime = new Date(from);
    const input = { profilingGroupName, startTime, period, accept: 'application/json' };
    return decodeProfile((await client.send(new GetProfileCommand(input))).profile ?? new Uint8Array());
  };
  const day = '2026-11-18T00:00:00Z';

  describe.each(Object.keys(STATES))('of %s', (group) => {
    it('have the size of real ones', async () => {
      const window = (await get(group, '2026-11-18T09:00:00Z', 'PT5M')).tree;
      const whole = (await get(group, day, 'P1D')).tree;
      expect(window.name.length).toBeGreaterThan(2_000);
      expect(window.name.length).toBeLessThan(4_500);
      expect(whole.name.length).toBeGreaterThan(25_000);
      expect(whole.name.length).toBeLessThan(35_000);
      expect(Math.max(...whole.depth)).toBeLessThanOrEqual(60);
      expect([...whole.states].sort()).toEqual(STATES[group]);
    });

    it('of an hour are the sum of its windows', async () => {
      const hour = await get(group, '2026-11-18T13:00:00Z', 'PT1H');
      const windows: CallTree[] = [];
      for (let minute = 0; minute < 60; minute += 5) {
        windows.push((await get(group, `2026-11-18T13:${String(minute).padStart(2, '0')}:00Z`, 'PT5M')).tree);
      }
      const sum = mergeTrees(windows);
      expect(sum.name.length).toBe(hour.tree.name.length);
      expect(samplesByState(sum)).toEqual(samplesByState(hour.tree));
      expect(paths(sum)).toEqual(paths(hour.tree));
    });

    it('are the same on every run, and differ by time', async () => {
      const first = await get(group, '2026-11-18T09:00:00Z', 'PT5M');
      const other = await startForTest();
      const endpoint = other.clientConfig;
      const input = {
        profilingGroupName: group,
        startTime: new Date('2026-11-18T09:00:00Z'),
        period: 'PT5M',
      };
      const { profile } = await new CodeGuruProfilerClient(endpoint).send(new GetProfileCommand(input));
      await other.close();
      expect(paths(decodeProfile(profile ?? new Uint8Array()).tree)).toEqual(paths(first.tree));
      expect(paths((await get(group, '2026-11-18T09:05:00Z', 'PT5M')).tree)).not.toEqual(paths(first.tree));
    });
  });

  it('show an hour of costly JSON on some days', async () => {
    const shares: number[] = [];
    for (let hour = 0; hour < 15 * 24 - 15; hour += 1) {
      const from = new Date(Date.parse('2026-11-10T00:00:00Z') + hour * HOUR).toISOString();
      if (new Date(from).getUTCHours() >= 9 && new Date(from).getUTCHours() < 18) {
        shares.push(
          share((await get('sample-checkout-service', from, 'PT5M')).tree, 'ObjectMapper:writeValueAsString'),
        );
      }
    }
    const usual = shares.toSorted((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0;
    const incidents = shares.filter((value) => value > usual * 2);
    expect(incidents.length).toBeGreaterThan(0);
    expect(incidents.length).toBeLessThan(10);
  });

  it('show a new hot function after a deploy', async () => {
    const name = 'CartService:recommend';
    const shares: number[] = [];
    for (let age = 14; age >= 1; age--) {
      const from = new Date(Date.parse('2026-11-24T00:00:00Z') - age * DAY).toISOString();
      shares.push(share((await get('sample-checkout-service', from, 'P1D')).tree, name));
    }
    expect(Math.min(...shares)).toBe(0);
    expect(Math.max(...shares)).toBeGreaterThan(0.05);
  });

  it('include one that an agent really posted, at its own time', async () => {
    const { tree, start } = await get('captured-python-agent', '2026-11-21T22:25:00Z', 'PT5M');
    expect(start).toBe(Date.parse('2026-11-21T22:25:00Z'));
    expect(samplesByState(tree)).toEqual({ WALL_TIME: 52 });
  });
});

function samplesByState(tree: CallTree): Record<string, number> {
  return Object.fromEntries(
    tree.states
      .map((state, i) => [state, tree.total[i]?.[0] ?? 0])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

/** Frames with their samples in all states, in an order that does not depend on siblings. */
function paths(tree: CallTree): string[] {
  const path: string[] = [];
  for (let node = 0; node < tree.name.length; node++) {
    path.push(node === 0 ? '' : `${path[tree.parent[node] ?? 0]}>${tree.names[tree.name[node] ?? 0]}`);
  }
  return path
    .map((text, node) => `${text} ${tree.states.map((state, i) => `${state}${tree.self[i]?.[node]}`).sort()}`)
    .sort();
}

/** Part of all samples that have the frame in their stack; nested ones count once. */
function share(tree: CallTree, suffix: string): number {
  const sum = (node: number) => tree.total.reduce((total, column) => total + (column[node] ?? 0), 0);
  let found = 0;
  for (let node = 0; node < tree.name.length; node++) {
    if (!tree.names[tree.name[node] ?? 0]?.endsWith(suffix)) continue;
    found += sum(node);
    node = (tree.end[node] ?? node + 1) - 1;
  }
  return found / sum(0);
}
