import { formatNumber } from '@/lib/answer/format-number';
import type { ImportedProfile } from '@/lib/profile/import/imported-profile';
import { FIVE_MINUTE_RETENTION_MS, STRIP_PERIODS } from '@/lib/profile/range/profile-periods';
import { DAY } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';

const WINDOW_MS = STRIP_PERIODS.PT5M;

/** Time of a profile, with notes when it differs from the file's, and on options of the command. */
export type PushTime = Span & { notes: string[]; optionNotes: string[] };

/**
 * Time to post a profile with: the requested one, else the file's if profiles that old are still kept, else the latest time at which
 * charts and lists show it at once. A duration longer than profiles are kept is an error of the file and counts as unknown.
 */
export function pushTime(
  { start, durationMs = 0 }: Pick<ImportedProfile, 'start' | 'durationMs'>,
  requested: number | undefined,
  now: number,
): PushTime {
  const isCredible = durationMs <= FIVE_MINUTE_RETENTION_MS;
  const length = isCredible ? Math.round(durationMs) : 0;
  const notes = isCredible
    ? []
    : [`Its duration of ${formatDays(durationMs)} can't be right, so the profile has none.`];
  const from = (begin: number): PushTime => ({ from: begin, to: begin + length, notes, optionNotes: [] });
  if (requested !== undefined) return from(requested);
  if (start === undefined) return from(latestShown(length, now));
  if (start > now - FIVE_MINUTE_RETENTION_MS && start <= now) return from(Math.floor(start));
  const fault =
    start > now
      ? `It begins in the future, on ${formatInstant(start, 'UTC')}`
      : `It started on ${formatInstant(start, 'UTC')}, but five-minute profiles of that time aren't kept`;
  return {
    ...from(latestShown(length, now)),
    notes: [...notes, `${fault}, so it was pushed as of the last five minutes that have ended.`],
    optionNotes: ['Use --at to set another time.'],
  };
}

/** The latest start in five minutes that have ended: aggregated profiles are listed only then. */
const latestShown = (length: number, now: number) => windowStart(now) - (length > 0 ? length : WINDOW_MS);

const formatDays = (milliseconds: number) => `${formatNumber(Math.round(milliseconds / DAY))} days`;

const windowStart = (instant: number) => Math.floor(instant / WINDOW_MS) * WINDOW_MS;

/** The five minutes in which a post starts; all of it counts there. */
export function windowOf({ from }: Span): Span {
  const start = windowStart(from);
  return { from: start, to: start + WINDOW_MS };
}
