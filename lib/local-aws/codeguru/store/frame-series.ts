import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { type Aggregation, aggregationOf, isRetained } from './aggregation';
import { type Block, endOf } from './cover';
import { type FrameTotals, frameTotals, sizeOf } from './frame-totals';
import type { ProfilingGroup } from './profiling-group';

const CACHE_BYTES = 48 * 1024 * 1024;

/** Maximum real time for reading the profiles of one request. */
const MAX_MS = 5000;
/** Maximum memory for the profiles of one request. */
const MAX_BYTES = 256 * 1024 * 1024;

/** One step of a series: the start of an aggregated profile, and its frames. */
export type Step = { start: number; frames: FrameTotals };

/** The frames of a group's aggregated profiles over time, cached. */
export class FrameSeries {
  readonly #read = new LRUCache<string, FrameTotals>({ maxSize: CACHE_BYTES, sizeCalculation: sizeOf });

  constructor(
    readonly maxMs = MAX_MS,
    readonly maxBytes = MAX_BYTES,
  ) {}

  /**
   * The steps of the aggregated profiles that start at `starts`, in order. Stops early, but after at least one, when reading
   * takes too long (a repeated call continues from the cache) or they are too large to hold in memory.
   */
  async steps(
    group: ProfilingGroup,
    aggregation: Aggregation,
    starts: readonly number[],
    now: number,
  ): Promise<Step[]> {
    const steps: Step[] = [];
    let deadline: number | undefined;
    let bytes = 0;
    for (const start of starts) {
      if (bytes > this.maxBytes) return steps;
      const block: Block = { aggregation, start };
      const key = group.revision({ blocks: [block], start, end: endOf(block) }, now);
      let frames = this.#read.get(key);
      if (!frames) {
        if (deadline !== undefined && performance.now() >= deadline) return steps;
        deadline ??= performance.now() + this.maxMs;
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

/** The finest aggregation, no finer than requested, that still has the profile starting at an instant; else days. */
export function finestRetained(requested: Aggregation, start: number, now: number): Aggregation {
  const { PT5M, PT1H, P1D } = aggregationOf;
  const coarser = [PT5M, PT1H, P1D].filter(({ length }) => length >= requested.length);
  return coarser.find((aggregation) => isRetained(aggregation, start, now)) ?? P1D;
}
