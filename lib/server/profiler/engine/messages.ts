import type { StatePreset, StateSamples } from '@/lib/profile/tree/states';
import type { CompareChoice, FrameChoice, ViewChoice } from '@/lib/profile/view/choice';
import type { Hottest } from '@/lib/profile/view/hottest-function';
import type { ComparedView, ProfileFunctions, ProfileView } from '@/lib/profile/view/view';
import type { ExportFile, ExportStart } from './export-writers';

/** The times of a profile in the engine, epoch milliseconds, if its payload has them. */
export type LoadedProfile = { start?: number; end?: number };

/** Why a payload is not a profile. */
export type Undecodable = { undecodable: string };

/** Profiles in the engine by their keys, to be merged and cut `maxDepth` frames from the root. */
export type ProfileRef = { keys: readonly string[]; maxDepth?: number | undefined };

/** The engine's operations. The output is undefined when the engine does not have a profile (any more). */
export type Operations = {
  load: { input: { key: string; bytes: Uint8Array }; output: LoadedProfile | Undecodable };
  /** The profile under a key as `writeColumns` writes it, to be archived. */
  pack: { input: { key: string; times: LoadedProfile }; output: Uint8Array | undefined };
  /** The samples of a payload by thread state. The profile is not cached. */
  samples: { input: { bytes: Uint8Array }; output: { states: StateSamples[] } | Undecodable };
  view: {
    input: { profile: ProfileRef; choice: ViewChoice };
    output: Omit<ProfileView, 'group'> | undefined;
  };
  functions: {
    input: { profile: ProfileRef; choice: FrameChoice };
    output: Omit<ProfileFunctions, 'group'> | undefined;
  };
  /** The hottest function, or the named one, in the thread states of a preset, by default the profile's. */
  hottest: {
    input: { profile: ProfileRef; preset: StatePreset | undefined; name: string | undefined };
    output: Hottest | undefined;
  };
  compare: {
    input: { baseline: ProfileRef; comparison: ProfileRef; compare: CompareChoice; choice: ViewChoice };
    output: Omit<ComparedView, 'group'> | undefined;
  };
  startExport: {
    input: { profile: ProfileRef; file: ExportFile };
    output: ExportStart | 'busy' | undefined;
  };
  nextExportChunk: { input: { id: string }; output: Uint8Array | 'end' | undefined };
  endExport: { input: { id: string }; output: undefined };
};

export type Operation = keyof Operations;

export type EngineRequest = {
  [Name in Operation]: { id: number; operation: Name; input: Operations[Name]['input'] };
}[Operation];

export type EngineReply =
  | { id: number; output: Operations[Operation]['output'] }
  | { id: number; failure: string };
