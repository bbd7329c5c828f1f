import type { PackageSlots } from '../graph/package-slots';
import type { SelfSums } from '../graph/self-sums';
import type { Moved } from '../transform/difference';
import type { TopList } from '../transform/top-functions';
import type { PathKey } from '../tree/path-key';
import type { StateSamples } from '../tree/states';
import type { CompareUnit } from './choice';
import type { CompactTree } from './compact';

export type ProfileView = {
  group: string;
  tree: CompactTree;
  /** Node → 1 where the search matches; absent without a search. */
  matched?: number[];
  /** Selected thread states. */
  states: string[];
  /** All thread states of the profile. */
  occurring: StateSamples[];
  /** Frames of the whole profile. */
  frames: number;
  /** Frames to draw that have samples in the selected states, but are not sent; absent when there are some but their number isn't known. */
  framesLeftOut?: number;
  /** Too many frames are a pixel wide or more, so that some of these are not sent either. */
  isBounded?: boolean;
  /** Depth of the deepest stack of the whole profile. */
  deepest: number;
  /** Samples in frames deeper than maxDepth; absent when there are none. */
  deeper?: DeeperSamples;
  sampleWeights: Record<string, number>;
  /** Frame that `found` refers to; '' is the whole profile, also when it lacks the requested frame. */
  focus: PathKey;
  /** Search result among all frames in focus, sent or not. */
  found?: FoundFrames;
  /** The reason why the search failed, in a sentence: a syntax error in the expression, or a timeout. */
  searchError?: string;
  /** Hidden and collapsed functions that the profile has. */
  hidden: FunctionName[];
  collapsed: FunctionName[];
  /** The packages with a colour of their own. */
  slots: PackageSlots;
  /** In the view 'inspect' those of the function and its callees. */
  self: SelfSums;
  /** Present in the view 'inspect', where `tree` has the callees of the function. */
  inspection?: InspectedFunction;
};

/** Frames with samples that a search found: the samples in and below them, and the functions that they belong to. */
export type FoundFrames = {
  samples: number;
  functions: number;
  frames: number;
  /** Names match, but none of their frames has samples in the visible states. */
  isElsewhere?: true;
};

/** Samples in frames that a maximum depth removed: of the whole profile, and node → those directly below it. */
export type DeeperSamples = { maxDepth: number; all: number; below: number[] };

export type FunctionName = { key: PathKey; name: string };

/** A function in all its `places` (frames) together, with the inverted tree of its callers. */
export type InspectedFunction = FunctionName & {
  self: number;
  total: number;
  places: number;
  callers: CompactTree;
  /** Node of the callers → 1 where the search matches. */
  callersMatched?: number[];
};

/** Functions of all frames in focus, sent or not; only matches when there is a search. */
export type ProfileFunctions = TopList & Pick<ProfileView, 'group' | 'focus' | 'slots' | 'searchError'>;

/** Two profiles merged into one tree, with baseline and comparison in place of thread states, in the requested unit. */
export type ComparedView = Omit<
  ProfileView,
  'sampleWeights' | 'occurring' | 'inspection' | 'found' | 'deeper' | 'self'
> & {
  /** Of the frames shown, in samples of each side. */
  self: { baseline: SelfSums; comparison: SelfSums };
  /** All thread states of both sides, with the samples of both. */
  occurring: StateSamples[];
  unit: CompareUnit;
  /** Search result among all frames in focus: each side in the unit, nested matches counted once, functions and frames. */
  found?: { baseline: number; comparison: number; functions: number; frames: number };
  /** Samples in frames deeper than maxDepth, in the unit: of each side, and of both by node; absent when there are none. */
  deeper?: Omit<DeeperSamples, 'all'> & { baseline: number; comparison: number };
  /** Samples of each whole side. */
  samples: { baseline: number; comparison: number };
  /** Functions whose self and total changed most in each direction; without `chance` only beyond the sampling error. */
  moved: { self: Moved; total: Moved };
};
