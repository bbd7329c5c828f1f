import { parseInstant } from '@/lib/time/instant';
import type { Span } from '@/lib/time/range';
import type { ScheduledRun } from '../attempts';
import { startedIn } from '../started-in';

export const MAX_MAINTENANCE_WINDOWS = 20;

/** Leaves out the scheduled runs that started in a maintenance window. */
export const withoutMaintenance = (scheduled: readonly ScheduledRun[], windows: readonly Span[]) =>
  windows.length === 0
    ? scheduled
    : scheduled.filter((run) => !windows.some((window) => startedIn(window)(run)));

/**
 * Parses ISO-8601 intervals, `2026-11-24T02:00Z/2026-11-24T03:00Z`, separated by commas; undefined if one isn't an interval or ends
 * before it begins, or for more than 20.
 */
export function parseMaintenance(text: string): Span[] | undefined {
  if (text.trim() === '') return [];
  const parts = text.split(',', MAX_MAINTENANCE_WINDOWS + 1);
  const windows = parts.flatMap((part) => parseWindow(part.trim()) ?? []);
  return windows.length === parts.length && parts.length <= MAX_MAINTENANCE_WINDOWS ? windows : undefined;
}

function parseWindow(text: string): Span | undefined {
  const [from, to, ...more] = text.split('/').map(parseInstant);
  if (from === undefined || to === undefined || more.length > 0 || to <= from) return undefined;
  return { from, to };
}
