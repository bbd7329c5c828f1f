import type { CallTree, Profile } from '../tree/call-tree';

/** A profile that was read from a file of another tool. */
export type Imported = {
  /** What the file is, in words. */
  format: string;
  tree: CallTree;
  /** Epoch milliseconds at which it began, when the file says so. */
  start?: number;
  durationMs?: number;
  /** Samples per second by thread state, where the file says so. */
  sampleWeights?: Profile['sampleWeights'];
  /** What of the file was left out or counted otherwise: a sentence each. */
  notes: string[];
};

/** What the user says of a file that doesn't say it itself. */
export type ImportChoice = {
  /** The thread state that all samples are of. */
  state?: string;
  /** Of a pprof profile. */
  sampleType?: string;
};

/** Of a stack; GetProfile shows no deeper one. What is below is counted in the last frame that is kept. */
export const MOST_DEPTH = 10_000;
