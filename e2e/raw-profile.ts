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

type RawRequest = { from: string; to: string; states?: readonly string[] };

/** Every frame of the sample group's profile, the root first, with its samples in thread states. */
export async function rawFrames(
  request: APIRequestContext,
  { from, to, states = CPU }: RawRequest,
): Promise<[root: RawFrame, ...others: RawFrame[]]> {
  const path = `/api${GROUP.replace('profiles', 'profiling-groups')}/profile/export`;
  const answer = await request.get(`${path}?startTime=${from}&endTime=${to}&format=json`);
  const { callgraph } = (await answer.json()) as { callgraph: Answer };
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
  return visit('', callgraph, []);
}

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
  return share === 0 ? '0 %' : `${(share * 100).toFixed(share < 0.01 ? 2 : 1)} %`;
}
