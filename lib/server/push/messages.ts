import type { PushedFile } from '@/lib/profile/view/pushed-file';

/** A file to push; `now` is the dashboard's clock, epoch milliseconds. */
export type PushJob = { bytes: Uint8Array; file: string; group: string; endpoint: string; now: number };

/** What a push reports: that the file was read and checked, then how it ended. */
export type PushReply =
  | { prepared: true }
  | { pushed: PushedFile }
  /** A sentence for the user. */
  | { refused: string }
  /** local-aws didn't answer as it should: a sentence for the user. */
  | { unanswered: string }
  /** An unforeseen error, with its stack. */
  | { failure: string };
