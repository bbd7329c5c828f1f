import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { agentProfile } from './agent-profile-for-test';
import { aggregationOf } from './aggregation';
import { FrameSeries, finestKept } from './frame-series';
import { PostedProfiles } from './posted-profiles';
import { ProfilingGroup } from './profiling-group';

const START = Date.parse('2026-11-24T14:00:00Z');
const NOW = START + HOUR;

let folder: string;
let group: ProfilingGroup;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frame-series-'));
  const description = {
    name: 'my-group',
    computePlatform: 'Default',
    createdAt: START,
    updatedAt: START,
    profilingEnabled: true,
  } as const;
  group = new ProfilingGroup(description, await PostedProfiles.open(folder, NOW));
  for (let i = 0; i < 6; i++) await post(i, 'main 1');
});
afterEach(async () => {
  await group.settled();
  await rm(folder, { recursive: true });
});

const startOf = (step: number) => START + step * 5 * MINUTE;

async function post(step: number, tree: string): Promise<void> {
  const start = startOf(step);
  const bytes = agentProfile(new Date(start).toISOString(), tree);
  await group.post({ bytes, start, token: `${step}-${tree.replaceAll(' ', '')}`, receivedAt: NOW });
}

const starts = (series: FrameSeries) =>
  series
    .steps(group, aggregationOf.PT5M, [0, 1, 2, 3, 4, 5].map(startOf), NOW)
    .then((steps) => steps.map(({ start }) => (start - START) / (5 * MINUTE)));

it('ends once much was read, and goes on from there when asked again', async () => {
  const series = new FrameSeries(4);
  expect(await starts(series)).toEqual([0, 1]);
  expect(await starts(series)).toEqual([0, 1, 2, 3]);
  expect(await starts(series)).toEqual([0, 1, 2, 3, 4, 5]);
});

it('reads again what came late', async () => {
  const series = new FrameSeries();
  await starts(series);
  await post(2, 'late 3');
  const [step] = await series.steps(group, aggregationOf.PT5M, [startOf(2)], NOW);
  expect(step?.frames.names).toEqual(['main', 'late']);
});

it('takes the next coarser profiles when the finer are not kept any more', () => {
  const { PT5M, PT1H, P1D } = aggregationOf;
  expect(finestKept(PT5M, START, START + 15 * DAY).period).toBe('PT5M');
  expect(finestKept(PT5M, START, START + 16 * DAY).period).toBe('PT1H');
  expect(finestKept(PT5M, START, START + 61 * DAY).period).toBe('P1D');
  expect(finestKept(PT1H, START, START).period).toBe('PT1H');
  expect(finestKept(P1D, START, START + 4 * 365 * DAY).period).toBe('P1D');
});
