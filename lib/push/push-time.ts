import type { ImportedProfile } from '@/lib/profile/import/imported-profile';
import { DAY, MINUTE } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';

/** Five-minute profiles are kept this long. */
const RETENTION_MS = 15 * DAY;
const WINDOW_MS = 5 * MINUTE;

/** Time of a profile, with a note when it differs from the file's. */
export type PushTime = Span & { note?: string };

/**
 * Time to post a profile with: the requested one, else the file's if profiles that old are still kept, else the time that makes it
 * end now.
 */
export function pushTime(
  { start, durationMs = 0 }: Pick<ImportedProfile, 'start' | 'durationMs'>,
  requested: number | undefined,
  now: number,
): PushTime {
  const length = Math.round(durationMs);
  const from = (begin: number): Span => ({ from: begin, to: begin + length });
  if (requested !== undefined) return from(requested);
  if (start !== undefined && start > now - RETENTION_MS && start <= now) return from(Math.floor(start));
  const endsNow = from(now - length);
  if (start === undefined) return endsNow;
  return {
    ...endsNow,
    note: `It started on ${formatInstant(start, 'UTC')}, but five-minute profiles of that time aren't kept, so it was pushed with the current time. Use --at to set another time.`,
  };
}

/** The five minutes in which a post starts; all of it counts there. */
export function windowOf({ from }: Span): Span {
  const start = Math.floor(from / WINDOW_MS) * WINDOW_MS;
  return { from: start, to: start + WINDOW_MS };
}
