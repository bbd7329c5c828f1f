import type { FrameChoice, ProfileFunctions, ProfileView, ViewChoice } from '@/lib/profile/view';

/** What is known of a profile that the engine holds. */
export type HeldProfile = {
  /** Epoch milliseconds, when the payload says so. */
  start?: number;
  end?: number;
};

/** The profiles that are looked at together, added up, and the frames from the root that are looked at. */
export type Held = { keys: readonly string[]; maxDepth?: number | undefined };

/** What the engine can be asked, and what it answers; undefined where it does not hold a profile (any more). */
export type Operations = {
  hold: { ask: { key: string; bytes: Uint8Array }; answer: HeldProfile };
  view: { ask: Held & { choice: ViewChoice }; answer: Omit<ProfileView, 'group'> | undefined };
  functions: { ask: Held & { choice: FrameChoice }; answer: Omit<ProfileFunctions, 'group'> | undefined };
};

export type Operation = keyof Operations;

export type Question = {
  [Name in Operation]: { id: number; operation: Name; ask: Operations[Name]['ask'] };
}[Operation];

export type Reply =
  | { id: number; answer: Operations[Operation]['answer'] }
  | { id: number; failure: 'undecodable' | 'unexpected'; message: string };
