import type { PathKey } from './path-key';
import type { DataChoice } from './states';
import type { TopList } from './top-functions';

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
  lineTo: number[];
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
};

export type StateSamples = { state: string; samples: number };

/** The functions of all frames in focus, sent or not; those that the search found when there is one. */
export type ProfileFunctions = TopList & { group: string; focus: PathKey };

/** What of a profile a viewer looks at. */
export type FrameChoice = {
  data: DataChoice;
  focus?: PathKey;
  /** Plain text, at most LONGEST_SEARCH characters. */
  search?: string;
};

/** The same on a screen. */
export type ViewChoice = FrameChoice & {
  /** Pixels; frames narrower than half of one are not sent. */
  width: number;
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

/** A profile of a time range, epoch milliseconds, by the fields of GetProfile. */
export type ProfileAsk = {
  group: string;
  startTime?: number;
  endTime?: number;
  /** ISO-8601 duration; alone it means the latest aggregated profile. */
  period?: string;
  /** 1–10000 frames from the root. */
  maxDepth?: number;
};
