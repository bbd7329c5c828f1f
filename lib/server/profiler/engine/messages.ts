import type { CompareChoice, FrameChoice, ViewChoice } from '@/lib/profile/view/choice';
import type { ComparedView, ProfileFunctions, ProfileView } from '@/lib/profile/view/view';
import type { BegunFile, WriteChoice } from './writers';

/** What is known of a profile that the engine holds: epoch milliseconds, when the payload says so. */
export type HeldProfile = { start?: number; end?: number };

/** Why bytes are no profile. */
export type Undecodable = { undecodable: string };

/** The profiles that are looked at together, added up, and the frames from the root that are looked at. */
export type Held = { keys: readonly string[]; maxDepth?: number | undefined };

/** What the engine can be asked, and what it answers; undefined where it does not hold a profile (any more). */
export type Operations = {
  hold: { ask: { key: string; bytes: Uint8Array }; answer: HeldProfile | Undecodable };
  view: { ask: { held: Held; choice: ViewChoice }; answer: Omit<ProfileView, 'group'> | undefined };
  functions: {
    ask: { held: Held; choice: FrameChoice };
    answer: Omit<ProfileFunctions, 'group'> | undefined;
  };
  compare: {
    ask: { baseline: Held; comparison: Held; compare: CompareChoice; choice: ViewChoice };
    answer: Omit<ComparedView, 'group'> | undefined;
  };
  write: { ask: { held: Held; choice: WriteChoice }; answer: BegunFile | 'busy' | undefined };
  nextPiece: { ask: { writer: string }; answer: Uint8Array | 'end' | undefined };
  endWriting: { ask: { writer: string }; answer: undefined };
};

export type Operation = keyof Operations;

export type Question = {
  [Name in Operation]: { id: number; operation: Name; ask: Operations[Name]['ask'] };
}[Operation];

export type Reply = { id: number; answer: Operations[Operation]['answer'] } | { id: number; failure: string };
