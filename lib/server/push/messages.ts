import type { PushedFile } from '@/lib/profile/view/pushed-file';

/** A file to push; `now` is the dashboard's clock, epoch milliseconds. */
export type PushJob = { bytes: Uint8Array; file: string; group: string; endpoint: string; now: number };

/** Permission to post, without which a worker that has prepared a file waits: somebody may have stopped waiting for it. */
export type PushPermission = { mayPost: true };

/** Report of a push: that the file was read and checked and may be posted, then how it ended. */
export type PushReply = { isPrepared: true } | PushEnd;

export type PushEnd = { pushed: PushedFile } | FailedPush;

/** The end of a push that failed. `hasPosted` is whether samples were or may have been pushed. */
export type FailedPush =
  /** The file can't be pushed: a sentence for the user. */
  | { refused: string; hasPosted: boolean }
  /** local-aws didn't answer: a sentence for the user. */
  | { unanswered: string; hasPosted: boolean }
  /** local-aws failed or is busy: a sentence for the user, and its error with the stack. */
  | { failed: string; isBusy: boolean; hasPosted: boolean; detail: string }
  /** An unforeseen error, with its stack. */
  | { failure: string };
