import { isObject } from '../json-shape';
import { isDifference } from '../refusals';
import { MICROS_PER_MS } from '../time-units';
import { columnsOf, firefox } from './columns';
import type { FirefoxStacks } from './stacks';
import type { FirefoxThread } from './threads';

/** Quantity of the weights of a thread's samples: counts, times in milliseconds, or bytes. */
export type WeightType = 'samples' | 'tracing-ms' | 'bytes';

/** Quantity of the weights of a thread's samples; counts unless the thread has another one. */
export function weightTypeOf({ value }: FirefoxThread): WeightType {
  const type = isObject(value.samples) ? value.samples.weightType : undefined;
  return type === 'tracing-ms' || type === 'bytes' ? type : 'samples';
}

/** Thread state → stack → samples. */
export type StackCounts = Map<string, Float64Array>;

/** Times of the first and last sample, milliseconds. */
export type SampleTimes = { first: number; last: number };

type Counting = { state: string | undefined; type: WeightType; counts: StackCounts };

/**
 * Adds the samples of a thread to `counts` and returns their times. Unless `state` is given, samples in an idle stack and those during
 * which the thread used no CPU time are IDLE, all others RUNNABLE.
 */
export function countSamples(
  thread: FirefoxThread,
  stacks: FirefoxStacks,
  { state, type, counts }: Counting,
): SampleTimes {
  const where = `${thread.at}.samples`;
  const table = columnsOf(thread.value.samples, where);
  const [stack, weights] = [table.column('stack'), table.column('weight')];
  const cpu = table.column('threadCPUDelta');
  const scale = type === 'tracing-ms' ? MICROS_PER_MS : 1;
  for (let i = 0; i < stack.length; i++) {
    if (stack[i] === null || stack[i] === undefined) continue;
    const at = firefox.index(stack[i], stacks.frame.length, `${where}.stack[${i}]`);
    const weight = firefox.number(weights[i] ?? 1, `${where}.weight[${i}]`);
    if (weight < 0) throw isDifference('weights');
    const isIdle = stacks.isIdle[at] === 1 || (i > 0 && cpu[i] === 0);
    const name = state ?? (isIdle ? 'IDLE' : 'RUNNABLE');
    const column = counts.get(name) ?? new Float64Array(stacks.frame.length);
    column[at] = (column[at] ?? 0) + weight * scale;
    counts.set(name, column);
  }
  return timesOf(table.column('time'), table.column('timeDeltas'));
}

function timesOf(times: readonly unknown[], deltas: readonly unknown[]): SampleTimes {
  let [first, last, at] = [Infinity, -Infinity, 0];
  const add = (time: unknown) => {
    if (typeof time !== 'number' || !Number.isFinite(time)) return;
    first = Math.min(first, time);
    last = Math.max(last, time);
  };
  for (const time of times) add(time);
  if (times.length === 0) {
    for (const delta of deltas) {
      at += typeof delta === 'number' ? delta : 0;
      add(at);
    }
  }
  return { first, last };
}
