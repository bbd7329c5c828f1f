import type { Moved } from '../transform/difference';
import type { TopList } from '../transform/top-functions';
import type { PathKey } from '../tree/path-key';
import type { Data } from '../tree/states';

/**
 * What the browser gets of a profile: the frames a screen can show, in columns of plain numbers, in
 * depth-first order. A frame that was left out is counted in its parent's total, never in its self.
 */
export type CompactTree = {
  names: string[];
  files: string[];
  /** Node → index in names. */
  name: number[];
  /** Node → depth, the root 0. Depth-first order and depth determine the tree. */
  depth: number[];
  /** Node → index in files or -1. */
  file: number[];
  lineFrom: number[];
  /** Node → last source line, counted from the first. */
  moreLines: number[];
  /** Those that are added up. */
  states: string[];
  /** For each state: node → samples. */
  self: number[][];
  total: number[][];
};

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

/** How a call tree is looked at: from its roots, from the functions that ran, or one function in the middle. */
export const VIEWS = ['overview', 'hotspots', 'inspect'] as const;
export type View = (typeof VIEWS)[number];

/** Functions that can be hidden at once, and collapsed. */
export const MOST_HIDDEN = 50;

/** What of a profile a viewer looks at. Functions are named by their keys, as of `functionKey`. */
export type FrameChoice = {
  /** Without one it is `defaultChoice`. */
  data?: Data;
  focus?: PathKey;
  /** Plain text or an expression as `/…/`, at most LONGEST_SEARCH characters. */
  search?: string;
  /** Functions whose frames are left out: what they called stands below who called them. */
  hidden?: readonly PathKey[];
  /** Functions that all they call is counted as the self of. One that is hidden as well goes with all that it calls. [?] */
  collapsed?: readonly PathKey[];
  /** Directly recursive calls stand as one frame. */
  recursion?: 'folded';
};

/** The same on a screen. */
export type ViewChoice = FrameChoice & {
  /** Pixels; frames narrower than half of one are not sent. */
  width: number;
  view?: View;
  /** The function of 'inspect'. */
  inspected?: PathKey;
};

/** Baseline and comparison are measured in shares of their wholes, or in samples. */
export const COMPARE_UNITS = ['share', 'samples'] as const;
export type CompareUnit = (typeof COMPARE_UNITS)[number];

/** How two profiles are compared: in which unit, and whether functions are listed whose change chance alone could have made. */
export type CompareChoice = { unit: CompareUnit; chance?: 'listed' };

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

export type ProfilingGroup = {
  name: string;
  computePlatform: string;
  createdAt?: number;
  updatedAt?: number;
  agentOrchestrationEnabled?: boolean;
  latestAgentProfileReportedAt?: number;
  latestAggregatedProfile?: { start: number; period: string };
};

/** Start times (epoch milliseconds) of existing aggregated profiles of one period (PT5M, PT1H, P1D). */
export type ProfileTimes = { group: string; period: string; starts: number[]; nextToken?: string };
