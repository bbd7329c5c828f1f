import type { WeightedTree } from '@/lib/profile/transform/merge-weighted-trees';
import type { Span } from '@/lib/time/range';
import type { Block } from './cover';

/** Where the 5-minute profiles of a profiling group come from. All times are epoch milliseconds. */
export type ProfileSource = {
  /** Starts of the windows within a span that have a profile by now, oldest first. */
  windows(span: Span, now: number): number[];
  /** Start of the newest window that has a profile by now. */
  latestWindow(now: number): number | undefined;
  /** When the newest profile arrived. */
  latestReport(now: number): number | undefined;
  /** Grows whenever the samples within a span do. */
  revision(span: Span, now: number): number;
  read(blocks: readonly Block[], now: number): Promise<WeightedTree>;
};
