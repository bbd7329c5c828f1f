import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { ClientForTest } from '../client-for-test';
import { aggregationOf } from './aggregation';
import { FrameSeries, finestRetained } from './frame-series';

const START = Date.parse('2026-11-24T13:00:00Z');
const NOW = START + HOUR;
const GROUP = 'my-group';

let aws: ClientForTest<unknown>;

beforeEach(async () => {
  aws = await ClientForTest.start(() => undefined);
  await aws.createGroup(GROUP);
  for (let i = 0; i < 6; i++) await post(i, 'main 1');
});
afterEach(() => aws.close());

const startOf = (step: number) => START + step * 5 * MINUTE;

const post = (step: number, tree: string) => aws.post(GROUP, new Date(startOf(step)).toISOString(), tree);

const read = (series: FrameSeries, steps: number[]) =>
  series.steps(aws.local.world.profiles.groups.get(GROUP), aggregationOf.PT5M, steps.map(startOf), NOW);

const starts = async (series: FrameSeries) =>
  (await read(series, [0, 1, 2, 3, 4, 5])).map(({ start }) => (start - START) / (5 * MINUTE));

it('stops when it takes too long, and continues from there when called again', async () => {
  const series = new FrameSeries(0);
  expect(await starts(series)).toEqual([0]);
  expect(await starts(series)).toEqual([0, 1]);
  expect(await starts(series)).toEqual([0, 1, 2]);
});

it('stops when there is too much to hold in memory', async () => {
  expect(await starts(new FrameSeries(60_000, 500))).toEqual([0, 1]);
});

it('reads a profile again after a late post', async () => {
  const series = new FrameSeries();
  await starts(series);
  await post(2, 'late 3');
  const [step] = await read(series, [2]);
  expect(step?.frames.names).toEqual(['main', 'late']);
});

it('uses the next coarser profiles when the finer ones have expired', () => {
  const { PT5M, PT1H, P1D } = aggregationOf;
  expect(finestRetained(PT5M, START, START + 15 * DAY).period).toBe('PT5M');
  expect(finestRetained(PT5M, START, START + 16 * DAY).period).toBe('PT1H');
  expect(finestRetained(PT5M, START, START + 61 * DAY).period).toBe('P1D');
  expect(finestRetained(PT1H, START, START).period).toBe('PT1H');
  expect(finestRetained(P1D, START, START + 4 * 365 * DAY).period).toBe('P1D');
});
