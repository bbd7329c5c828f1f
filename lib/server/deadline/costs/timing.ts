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

const FIRST_POLL_MS = 300;
const MAX_POLL_MS = 5 * SECOND;
const POLL_GROWTH = 1.5;

/** AWS may name any time; a viewer would not wait longer without a sign of life. */
const MAX_BUSY_MS = 60 * SECOND;
const DEFAULT_BUSY_MS = 5 * SECOND;

/** Delay before a poll of a running aggregation, with up to a quarter more by chance. */
export const pollDelay = (pollCount: number, { random }: Timing): number =>
  Math.min(MAX_POLL_MS, FIRST_POLL_MS * POLL_GROWTH ** pollCount) * (1 + random() / 4);

const FIRST_RETRY_MS = SECOND;

/** Delay after a failed try, from 1: what AWS named, or twice the one before, with up to a quarter more by chance. */
export const retryDelay = (
  tryCount: number,
  retryAfterSeconds: number | undefined,
  { random }: Timing,
): number =>
  Math.min(MAX_BUSY_MS, (retryAfterSeconds ?? 0) * SECOND || FIRST_RETRY_MS * 2 ** (tryCount - 1)) *
  (1 + random() / 4);

/** Delay before another start when AWS is busy: what it named, with up to a quarter more by chance. */
export const busyDelay = (retryAfterSeconds: number | undefined, { random }: Timing): number =>
  Math.min(MAX_BUSY_MS, retryAfterSeconds === undefined ? DEFAULT_BUSY_MS : retryAfterSeconds * SECOND) *
  (1 + random() / 4);
