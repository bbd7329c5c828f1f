import type { PushedFile } from '@/lib/profile/view/pushed-file';

/** A file to push; `now` is the dashboard's clock, epoch milliseconds. */
export type PushJob = { bytes: Uint8Array; file: string; group: string; endpoint: string; now: number };

/** What a push reports: that the file was read and checked, then how it ended. */
export type PushReply =
  | { prepared: true }
  | { pushed: PushedFile }
  /** A sentence for the user, and whether a part was pushed before. */
  | { refused: string; hasPosted: boolean }
  /** local-aws didn't answer: a sentence for the user, and whether samples were or may have been pushed before. */
  | { unanswered: string; hasPosted: boolean }
  /** An unforeseen error, with its stack. */
  | { failure: string };
