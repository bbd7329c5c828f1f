import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { SampleColumn } from '@/lib/profile/tree/sample-column';
import type { CompareUnit } from '@/lib/profile/view/choice';
import type { ProfileCost } from '@/lib/profile/view/frame-cost';
import type { DeeperSamples } from '@/lib/profile/view/view';

/** Everything a flame graph shows. */
export type Picture = {
  tree: CallTree;
  /** Thread states whose samples are summed. */
  states: readonly string[];
  /** Node → samples in these states. */
  samples: { total: SampleColumn; self: SampleColumn };
  /** Samples of the whole profile in these states. */
  whole: number;
  /** Unit of a comparison, whose samples are those of both sides together. */
  unit?: CompareUnit;
  /** Node whose subtree fills the width. */
  focus: number;
  /** Node → 1 where the search matches; undefined without a search. */
  matched: Uint8Array | undefined;
  /** Samples deeper than the maximum depth: of the whole profile, and node → those directly below it. */
  deeper?: DeeperSamples | undefined;
  /** Frames that aren't drawn may be wider than a pixel: there are too many, or the focused frame's own answer still loads. */
  isCoarse?: boolean;
  /** What the whole profile cost; absent when it is unknown or not wanted. */
  cost?: ProfileCost | undefined;
};

/** A point of the window, pixels. */
export type Point = { x: number; y: number };

/** Thread state → samples per second, as the agent reported it. */
export type SampleWeights = Readonly<Record<string, number>>;
