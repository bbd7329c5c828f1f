import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { type Aggregation, aggregationOf, isRetained } from './aggregation';
import { type Block, endOf } from './cover';
import { type FrameTotals, frameTotals, sizeOf } from './frame-totals';
import type { ProfilingGroup, Selection } from './profiling-group';

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
      const selection = selectionOf([{ aggregation, start }]);
      let frames = this.#read.get(group.revision(selection, now));
      if (!frames) {
        if (deadline !== undefined && performance.now() >= deadline) return steps;
        deadline ??= performance.now() + this.maxMs;
        frames = await this.#frames(group, selection, now);
      }
      steps.push({ start, frames });
      bytes += sizeOf(frames);
    }
    return steps;
  }

  /** One step of the aggregated profiles that start at `starts`, at least one, in order. */
  async merged(
    group: ProfilingGroup,
    aggregation: Aggregation,
    starts: readonly number[],
    now: number,
  ): Promise<Step> {
    const selection = selectionOf(starts.map((start) => ({ aggregation, start })));
    const known = this.#read.get(group.revision(selection, now));
    return { start: selection.start, frames: known ?? (await this.#frames(group, selection, now)) };
  }

  async #frames(group: ProfilingGroup, selection: Selection, now: number): Promise<FrameTotals> {
    const key = group.revision(selection, now);
    const frames = frameTotals((await group.read(selection, now)).tree);
    this.#read.set(key, frames);
    await setImmediate();
    return frames;
  }
}

function selectionOf(blocks: readonly Block[]): Selection {
  const [first, last] = [blocks[0], blocks.at(-1)];
  return { blocks, start: first?.start ?? 0, end: last ? endOf(last) : 0 };
}

/** The finest aggregation, no finer than requested, that still has the profile starting at an instant; else days. */
export function finestRetained(requested: Aggregation, start: number, now: number): Aggregation {
  const { PT5M, PT1H, P1D } = aggregationOf;
  const coarser = [PT5M, PT1H, P1D].filter(({ length }) => length >= requested.length);
  return coarser.find((aggregation) => isRetained(aggregation, start, now)) ?? P1D;
}
