import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { SampleColumn } from '@/lib/profile/tree/sample-column';

/** What a flame graph shows. */
export type Picture = {
  tree: CallTree;
  /** Thread states that are added up. */
  states: readonly string[];
  /** Node → samples over these states. */
  samples: { total: SampleColumn; self: SampleColumn };
  /** Samples of the whole profile over these states. */
  whole: number;
  /** Node whose subtree fills the width. */
  focus: number;
  /** Node → 1 where the frame is highlighted; without it nothing is. */
  matched: Uint8Array | undefined;
};

/** A point in the window, pixels. */
export type Point = { x: number; y: number };

/** What `estimatedSeconds` needs. */
export type SampleWeights = Readonly<Record<string, number>>;
