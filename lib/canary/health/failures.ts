import { MINUTE } from '@/lib/time/duration';
import { wallTime } from '@/lib/time/zone';
import type { ScheduledRun } from '../attempts';
import { reasonLine } from '../reason/plain-reason';
import type { CanaryRun } from '../run';

/** Failed scheduled runs with the same reason. */
export type ReasonGroup = {
  /** The reason of the newest one, in one line; absent if AWS gave none. */
  reason?: string;
  count: number;
  /** The last attempt of the newest one. */
  newest: CanaryRun;
};

/** Numbers of three digits or more, and ids, which differ from run to run. */
const VOLATILE = /\b(?=[0-9a-f-]*\d)[0-9a-f]{8,}(?:-[0-9a-f]+)*\b|\d{3,}(?:[.:]\d+)*/gi;
/** HTTP's status codes say what failed. */
const STATUS_CODE = /^[1-5]\d\d$/;

/** Failed ones of scheduled runs, newest first, by reason. The most frequent reason comes first. */
export function failuresByReason(scheduled: readonly ScheduledRun[]): ReasonGroup[] {
  const groups = new Map<string, ReasonGroup>();
  for (const { attempts, outcome } of scheduled) {
    if (outcome !== 'failed') continue;
    const newest = attempts.at(-1) ?? attempts[0];
    const reason = reasonLine(newest.stateReason);
    const key = reason?.replace(VOLATILE, (text) => (STATUS_CODE.test(text) ? text : '#')) ?? '';
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { ...(reason !== undefined && { reason }), count: 1, newest });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || b.newest.started - a.newest.started);
}

/** The most frequent reason of failed scheduled runs, newest first, in one line; undefined if AWS gave none. */
export const mainReason = (failed: readonly ScheduledRun[]): string | undefined =>
  failuresByReason(failed).find(({ reason }) => reason !== undefined)?.reason;

/** Finished scheduled runs that started in one of the day's hours, and how many of them failed. */
export type HourCount = { hour: number; failed: number; finished: number };

/** The shortest time between two changes of the hour in any zone. */
const QUARTER_MS = 15 * MINUTE;

/** Finished scheduled runs by the hour of the day in a zone, 0 to 23. An hour that clocks show twice counts both times. */
export function failuresByHour(scheduled: readonly ScheduledRun[], zone: string): HourCount[] {
  const hours = Array.from({ length: 24 }, (_, hour): HourCount => ({ hour, failed: 0, finished: 0 }));
  const hourOf = new Map<number, number>();
  for (const { outcome, started } of scheduled) {
    if (outcome === 'running') continue;
    const quarter = Math.floor(started / QUARTER_MS);
    const hour = hourOf.get(quarter) ?? wallTime(quarter * QUARTER_MS, zone).hour;
    hourOf.set(quarter, hour);
    const count = hours[hour];
    if (!count) continue;
    count.finished += 1;
    if (outcome === 'failed') count.failed += 1;
  }
  return hours;
}
