import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { type Aggregation, aggregationOf, isKept } from './aggregation';
import { type Block, endOf } from './cover';
import { type FrameTotals, frameTotals, sizeOf } from './frame-totals';
import type { ProfilingGroup } from './profiling-group';

const CACHE_BYTES = 48 * 1024 * 1024;

/** Nodes of call trees that are read for one question. A day of 3,000 frames each 5 minutes has 900,000. [?] */
const MOST_NODES = 5_000_000;

/** One step of a series: the start of an aggregated profile, and its frames. */
export type Step = { start: number; frames: FrameTotals };

/** The frames of a group's aggregated profiles, one after the other. What was read is remembered for a while. */
export class FrameSeries {
  readonly #read = new LRUCache<string, FrameTotals>({ maxSize: CACHE_BYTES, sizeCalculation: sizeOf });

  constructor(readonly mostNodes = MOST_NODES) {}

  /**
   * The steps of aggregated profiles that start at `starts`, in their order. Ends early once so much was read that
   * others would wait: asked again, it goes on from there.
   */
  async steps(
    group: ProfilingGroup,
    aggregation: Aggregation,
    starts: readonly number[],
    now: number,
  ): Promise<Step[]> {
    const steps: Step[] = [];
    let nodes = 0;
    for (const start of starts) {
      const block: Block = { aggregation, start };
      const key = group.revision({ blocks: [block], start, end: endOf(block) }, now);
      let frames = this.#read.get(key);
      if (!frames) {
        if (nodes >= this.mostNodes) return steps;
        frames = frameTotals((await group.read({ blocks: [block] }, now)).tree);
        this.#read.set(key, frames);
        nodes += frames.nodes;
        await setImmediate();
      }
      steps.push({ start, frames });
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
