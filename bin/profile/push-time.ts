import type { ImportedProfile } from '@/lib/profile/import/imported-profile';
import { DAY, MINUTE } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';

/** Five-minute profiles are kept so long: what began before is not found at its time any more. */
const KEPT = 15 * DAY;
const WINDOW = 5 * MINUTE;

/** When a profile was taken, epoch milliseconds, and a sentence where that isn't what the file says. */
export type PushTime = Span & { note?: string };

/**
 * The time a profile is posted with: the one asked for, else the file's own, unless profiles of then are no longer
 * kept, else so that it ends now. [?]
 */
export function pushTime(
  { start, durationMs = 0 }: Pick<ImportedProfile, 'start' | 'durationMs'>,
  asked: number | undefined,
  now: number,
): PushTime {
  const length = Math.round(durationMs);
  const from = (begin: number): Span => ({ from: begin, to: begin + length });
  if (asked !== undefined) return from(asked);
  if (start !== undefined && start > now - KEPT && start <= now) return from(Math.floor(start));
  const endsNow = from(now - length);
  if (start === undefined) return endsNow;
  return {
    ...endsNow,
    note: `It says that it began on ${formatInstant(start, 'UTC')}, of which five-minute profiles aren't kept: it is pushed as of now. --at sets another time.`,
  };
}

/** A post belongs whole to the five minutes that it began in. */
export function windowOf({ from }: Span): Span {
  const start = Math.floor(from / WINDOW) * WINDOW;
  return { from: start, to: start + WINDOW };
}
