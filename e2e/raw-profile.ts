import type { APIRequestContext } from '@playwright/test';
import { GROUP } from './pages';

/** The thread states of CPU. */
export const CPU: readonly string[] = ['RUNNABLE', 'BLOCKED', 'NATIVE'];

type Answer = { counts?: Record<string, number>; children?: Record<string, Answer> };

/** A frame of a profile as AWS returns it; the root's name is ''. */
export type RawFrame = {
  name: string;
  /** Names from the root to the caller; none for the root. */
  callers: readonly string[];
  self: number;
  total: number;
};

type RawRequest = { from: string; to: string; states?: readonly string[]; group?: string };

/** Every frame of a profile, by default of the sample group, the root first, with its samples in thread states. */
export async function rawFrames(
  request: APIRequestContext,
  { states = CPU, ...of }: RawRequest,
): Promise<[root: RawFrame, ...others: RawFrame[]]> {
  const visit = (
    name: string,
    { counts = {}, children = {} }: Answer,
    callers: readonly string[],
  ): [RawFrame, ...RawFrame[]] => {
    const self = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
    const callees = Object.entries(children).map(([each, child]) => visit(each, child, [...callers, name]));
    const total = callees.reduce((sum, [callee]) => sum + callee.total, self);
    return [{ name, callers, self, total }, ...callees.flat()];
  };
  return visit('', await callgraph(request, of), []);
}

async function callgraph(
  request: APIRequestContext,
  { from, to, group = GROUP.replace('/profiles/', '') }: Omit<RawRequest, 'states'>,
): Promise<Answer> {
  const path = `/api/profiling-groups/${group}/profile/export`;
  const answer = await request.get(`${path}?startTime=${from}&endTime=${to}&format=json`);
  return ((await answer.json()) as { callgraph: Answer }).callgraph;
}

/** Samples by thread state. */
export type StateSamples = Record<string, number>;

/** The samples of a whole profile by thread state. */
export async function rawStates(
  request: APIRequestContext,
  of: Omit<RawRequest, 'states'>,
): Promise<StateSamples> {
  const sums: StateSamples = {};
  const add = ({ counts = {}, children = {} }: Answer) => {
    for (const [state, samples] of Object.entries(counts)) sums[state] = (sums[state] ?? 0) + samples;
    Object.values(children).forEach(add);
  };
  add(await callgraph(request, of));
  return sums;
}

/** The samples of the profiles of a length that start in [from, to), oldest first, each read on its own. */
export async function rawSeries(
  request: APIRequestContext,
  { from, to, length, group }: { from: number; to: number; length: number; group?: string },
): Promise<StateSamples[]> {
  const series: StateSamples[] = [];
  for (let start = from; start < to; start += length) {
    const [iso = '', end = ''] = [start, start + length].map((instant) => new Date(instant).toISOString());
    series.push(await rawStates(request, { from: iso, to: end, ...(group && { group }) }));
  }
  return series;
}

/** Samples in some of the thread states. */
export const samplesIn = (samples: StateSamples, states: readonly string[] = CPU): number =>
  states.reduce((sum, state) => sum + (samples[state] ?? 0), 0);

/** Adds up samples by a key of the frames that they belong to. */
export function summed(
  frames: readonly RawFrame[],
  keyOf: (frame: RawFrame) => string,
  samplesOf: (frame: RawFrame) => number = ({ self }) => self,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const frame of frames) {
    const key = keyOf(frame);
    sums.set(key, (sums.get(key) ?? 0) + samplesOf(frame));
  }
  return sums;
}

/** A share as the pages show it. */
export function percent(samples: number, whole: number): string {
  const share = samples / whole;
  if (share === 0) return '0 %';
  return share < 0.0001 ? '< 0.01 %' : `${(share * 100).toFixed(share < 0.01 ? 2 : 1)} %`;
}
