import type { CallTree, Profile } from '../tree/call-tree';

/** A profile read from another tool's file. */
export type ImportedProfile = {
  /** Format of the file, for display. */
  format: string;
  tree: CallTree;
  /** Start in epoch milliseconds, when the file has it. */
  start?: number;
  durationMs?: number;
  /** Samples per second by thread state, when the file has it. */
  sampleWeights?: Profile['sampleWeights'];
  /** Sentences on samples and frames that were omitted or counted differently. */
  notes: string[];
  /** Sentences on options of the command that would read the file differently. */
  optionNotes?: string[];
};

/** Facts that the user supplies because the file lacks them. */
export type ImportOptions = {
  /** Thread state of all samples. */
  state?: string;
  /** Sample type to take from a pprof profile. */
  sampleType?: string;
};

/** Maximum depth of a stack, as in GetProfile. Samples of deeper frames count for the last frame. */
export const MAX_DEPTH = 10_000;
