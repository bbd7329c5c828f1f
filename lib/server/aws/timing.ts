import { setTimeout as wait } from 'node:timers/promises';
import { SECOND } from '@/lib/time/duration';

/** Time, waiting and chance, which tests replace. */
export type Timing = {
  /** Milliseconds since any instant. Setting the computer's clock doesn't change it. */
  now(): number;
  /** Rejects with the signal's reason when it is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
};

export const REAL_TIMING: Timing = {
  now: () => performance.now(),
  wait: async (ms, signal) => {
    try {
      await wait(ms, undefined, signal && { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
  random: Math.random,
};

/** AWS may name any time; a viewer would not wait longer without a sign of life. */
export const MAX_NAMED_WAIT_MS = 60 * SECOND;

const FIRST_RETRY_MS = SECOND;

/** Delay after a failed try, from 1: what AWS named, or twice the one before, with up to a quarter more by chance. */
export const retryDelay = (
  tryCount: number,
  retryAfterSeconds: number | undefined,
  { random }: Timing,
): number =>
  Math.min(MAX_NAMED_WAIT_MS, (retryAfterSeconds ?? 0) * SECOND || FIRST_RETRY_MS * 2 ** (tryCount - 1)) *
  (1 + random() / 4);
