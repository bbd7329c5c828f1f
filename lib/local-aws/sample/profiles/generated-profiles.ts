import type { WeightedTree } from '@/lib/profile/transform/merge-weighted-trees';
import type { Span } from '@/lib/time/range';
import { WINDOW, windowOf } from '../../codeguru/store/aggregation';
import { type Block, endOf } from '../../codeguru/store/cover';
import type { ProfileSource } from '../../codeguru/store/profile-source';
import { type Plan, Universe } from './universe';

/**
 * The 5-minute profiles of a sample service, one for every window that ended since `since`. They are a function of the
 * seed and the time, and not stored because generating them is faster than reading a file.
 */
export class GeneratedProfiles implements ProfileSource {
  #universe: Universe | undefined;

  constructor(
    readonly plan: Plan,
    readonly since: number,
    readonly sampleWeights: Record<string, number>,
  ) {}

  windows(span: Span, now: number): number[] {
    const { from, to } = this.#existing(span, now);
    return Array.from({ length: Math.max(0, (to - from) / WINDOW) }, (_, i) => from + i * WINDOW);
  }

  latestWindow(now: number): number | undefined {
    const start = windowOf(now) - WINDOW;
    return start >= this.since ? start : undefined;
  }

  latestReport(now: number): number | undefined {
    const start = this.latestWindow(now);
    return start === undefined ? undefined : start + WINDOW;
  }

  revision(span: Span, now: number): number {
    const { from, to } = this.#existing(span, now);
    return Math.max(0, (to - from) / WINDOW);
  }

  async read(blocks: readonly Block[], now: number): Promise<WeightedTree> {
    this.#universe ??= new Universe(this.plan);
    const counts = this.#universe.noCounts();
    for (const block of blocks) {
      const { from, to } = this.#existing({ from: block.start, to: endOf(block) }, now);
      this.#universe.add(from, to, counts);
    }
    return { tree: this.#universe.treeOf(counts), sampleWeights: this.sampleWeights };
  }

  /** The windows of a span that have ended, as a span from the first to the last start. */
  #existing({ from, to }: Span, now: number): Span {
    return {
      from: windowOf(Math.max(from, this.since) + WINDOW - 1),
      to: windowOf(Math.min(to + WINDOW - 1, now)),
    };
  }
}
