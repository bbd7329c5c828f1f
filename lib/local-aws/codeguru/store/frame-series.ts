import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { type Aggregation, aggregationOf, isKept } from './aggregation';
import { type Block, endOf } from './cover';
import { type FrameTotals, frameTotals, sizeOf } from './frame-totals';
import type { ProfilingGroup } from './profiling-group';

const CACHE_BYTES = 48 * 1024 * 1024;

/** How long profiles are read for one question, in real milliseconds. [?] */
const LONGEST_MS = 5000;
/** How much one question may hold at once. [?] */
const MAX_BYTES = 256 * 1024 * 1024;

/** One step of a series: the start of an aggregated profile, and its frames. */
export type Step = { start: number; frames: FrameTotals };

/** The frames of a group's aggregated profiles, one after the other. What was read is remembered for a while. */
export class FrameSeries {
  readonly #read = new LRUCache<string, FrameTotals>({ maxSize: CACHE_BYTES, sizeCalculation: sizeOf });

  constructor(
    readonly maxMs = LONGEST_MS,
    readonly maxBytes = MAX_BYTES,
  ) {}

  /**
   * The steps of aggregated profiles that start at `starts`, in their order. Ends early, after one at least, when reading
   * takes too long (asked again, it goes on from there) or they are too large to be held at once.
   */
  async steps(
    group: ProfilingGroup,
    aggregation: Aggregation,
    starts: readonly number[],
    now: number,
  ): Promise<Step[]> {
    const steps: Step[] = [];
    let until: number | undefined;
    let bytes = 0;
    for (const start of starts) {
      if (bytes > this.maxBytes) return steps;
      const block: Block = { aggregation, start };
      const key = group.revision({ blocks: [block], start, end: endOf(block) }, now);
      let frames = this.#read.get(key);
      if (!frames) {
        if (until !== undefined && performance.now() >= until) return steps;
        until ??= performance.now() + this.maxMs;
        frames = frameTotals((await group.read({ blocks: [block] }, now)).tree);
        this.#read.set(key, frames);
        await setImmediate();
      }
      steps.push({ start, frames });
      bytes += sizeOf(frames);
    }
    return steps;
  }
}

/** The finest aggregation from the one asked for on that still keeps what starts at an instant; days at last. */
export function finestKept(asked: Aggregation, start: number, now: number): Aggregation {
  const { PT5M, PT1H, P1D } = aggregationOf;
  const coarser = [PT5M, PT1H, P1D].filter(({ length }) => length >= asked.length);
  return coarser.find((aggregation) => isKept(aggregation, start, now)) ?? P1D;
}
