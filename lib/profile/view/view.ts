import type { Moved } from '../transform/difference';
import type { TopList } from '../transform/top-functions';
import type { PathKey } from '../tree/path-key';
import type { CompareUnit } from './choice';
import type { CompactTree } from './compact';

export type ProfileView = {
  group: string;
  tree: CompactTree;
  /** Node → 1 where the search matches; without a search there is none. */
  matched?: number[];
  /** The thread states that are added up, and all that the profile has with their samples. */
  states: string[];
  occurring: StateSamples[];
  /** Frames of the whole profile as AWS answered it, and those that were too narrow to be sent. */
  frames: number;
  framesLeftOut: number;
  /** Deepest stack of the whole profile. */
  deepest: number;
  sampleWeights: Record<string, number>;
  /** The frame that `found` speaks of; '' is the whole profile, also where it lacks the frame asked. */
  focus: PathKey;
  /** What a search found among all frames in focus, sent or not: samples in and below them, and different functions. */
  found?: { samples: number; functions: number };
  /** Why the expression that was searched for can't be: what is wrong with it, or that it took too long. */
  refused?: string;
  /** The functions that are hidden, and those that are collapsed, as far as the profile has them. */
  hidden: FunctionName[];
  collapsed: FunctionName[];
  /** Of 'inspect': `tree` is what the function called. */
  inspection?: InspectedFunction;
};

export type FunctionName = { key: PathKey; name: string };

/** A function wherever it was called: its samples, in how many frames, and who called it, from it outwards. */
export type InspectedFunction = FunctionName & {
  self: number;
  total: number;
  places: number;
  callers: CompactTree;
  /** Node of the callers → 1 where the search matches. */
  callersMatched?: number[];
};

export type StateSamples = { state: string; samples: number };

/** The functions of all frames in focus, sent or not; those that the search found when there is one. */
export type ProfileFunctions = TopList & { group: string; focus: PathKey };

/** Two profiles as one tree that has baseline and comparison in place of thread states, in the unit asked for. */
export type ComparedView = Omit<ProfileView, 'sampleWeights' | 'occurring' | 'inspection' | 'found'> & {
  /** Thread states of both sides, with the samples of both, whatever is shown. */
  occurring: StateSamples[];
  unit: CompareUnit;
  /** What a search found among all frames in focus on each side, nested ones once, in the unit; and different functions. */
  found?: { baseline: number; comparison: number; functions: number };
  /** Samples of each side's whole. */
  samples: { baseline: number; comparison: number };
  /** The functions whose self, and whose total, changed most, both ways; without `chance` more than within the sampling error. */
  moved: { self: Moved; total: Moved };
};
