import { SECOND } from '@/lib/time/duration';
import { MAX_NAMED_WAIT_MS, type Timing } from '../../aws/timing';

const FIRST_POLL_MS = 300;
const MAX_POLL_MS = 5 * SECOND;
const POLL_GROWTH = 1.5;

const DEFAULT_BUSY_MS = 5 * SECOND;

/** Delay before a poll of a running aggregation, with up to a quarter more by chance. */
export const pollDelay = (pollCount: number, { random }: Timing): number =>
  Math.min(MAX_POLL_MS, FIRST_POLL_MS * POLL_GROWTH ** pollCount) * (1 + random() / 4);

/** Delay before another start when AWS is busy: what it named, with up to a quarter more by chance. */
export const busyDelay = (retryAfterSeconds: number | undefined, { random }: Timing): number =>
  Math.min(
    MAX_NAMED_WAIT_MS,
    retryAfterSeconds === undefined ? DEFAULT_BUSY_MS : retryAfterSeconds * SECOND,
  ) *
  (1 + random() / 4);
