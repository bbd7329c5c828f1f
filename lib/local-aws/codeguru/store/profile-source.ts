import type { WeightedTree } from '@/lib/profile/transform/merge-weighted-trees';
import type { Span } from '@/lib/time/range';
import type { Block } from './cover';

/** A source of a profiling group's 5-minute profiles. All times are epoch milliseconds. */
export type ProfileSource = {
  /** Starts of the windows in a span that have a profile at `now`, oldest first. */
  windows(span: Span, now: number): number[];
  /** Start of the newest window that has a profile at `now`. */
  latestWindow(now: number): number | undefined;
  /** When the newest profile arrived. */
  latestReport(now: number): number | undefined;
  /** Increases whenever the samples in a span do. */
  revision(span: Span, now: number): number;
  read(blocks: readonly Block[], now: number): Promise<WeightedTree>;
};
