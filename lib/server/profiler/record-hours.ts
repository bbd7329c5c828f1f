import { HOURLY_RETENTION_MS } from '@/lib/profile/range/profile-periods';
import { HOUR } from '@/lib/time/duration';
import type { SourceArchive } from '../archive/open-archive';
import { badAnswer } from '../aws/problem';
import { exactNow } from '../clock';
import { profileArchive, profileKey } from './archived-profiles';
import { engine } from './engine/engine';
import { fetchProfile } from './fetch-profile';
import { listProfileTimes } from './list-profile-times';
import { addRecordedHours, recordedHoursOf, utcDay } from './recorded-hours';
import { archiveSamples, blockOf } from './samples/sample-blocks';
import { isSettledSpan } from './settled';

/** After as many failures the rest of a group is left for the next time. */
const MAX_FAILURES = 3;

type Limits = { maxProfiles: number; signal: AbortSignal };

/** How many profiles were archived, and why others were not. */
export type RecordedHours = { count: number; failure?: unknown };

/**
 * Archives the hourly profiles of a group that AWS still has and the archive lacks, the oldest first, one at a time. Rejects with a
 * ProblemError when AWS doesn't list them, or with the signal's reason.
 */
export async function recordHours(group: string, { maxProfiles, signal }: Limits): Promise<RecordedHours> {
  const source = await profileArchive();
  if (!source) return { count: 0 };
  let [count, failureCount] = [0, 0];
  let failure: unknown;
  for (const [day, starts] of await settledHours(group, signal)) {
    const known = new Set(await recordedHoursOf(source, { group, day }));
    const missing = starts.filter((start) => !known.has(start)).slice(0, maxProfiles - count);
    const recorded: number[] = [];
    for (const start of missing) {
      try {
        if (await recordHour(source, group, start, signal)) recorded.push(start);
      } catch (error) {
        if (signal.aborted) break;
        failure = error;
        failureCount += 1;
        if (failureCount >= MAX_FAILURES) break;
      }
    }
    await addRecordedHours(source, { group, day }, recorded, exactNow());
    count += recorded.length;
    signal.throwIfAborted();
    if (count >= maxProfiles || failureCount >= MAX_FAILURES) break;
  }
  return { count, ...(failure !== undefined && { failure }) };
}

/** The starts of the hours of a group that can't change any more, by UTC day, the oldest first. */
async function settledHours(group: string, signal: AbortSignal): Promise<Map<number, number[]>> {
  const now = exactNow();
  // AWS deletes the first ones while it lists them.
  const range = { startTime: now - HOURLY_RETENTION_MS + HOUR, endTime: now };
  const { data } = await listProfileTimes({ group, ...range, period: 'PT1H' }, signal);
  const byDay = new Map<number, number[]>();
  for (const start of data.starts.toSorted((a, b) => a - b)) {
    if (!isSettledSpan({ from: start, to: start + HOUR }, now)) continue;
    const starts = byDay.get(utcDay(start));
    if (starts) starts.push(start);
    else byDay.set(utcDay(start), [start]);
  }
  return byDay;
}

/** Archives the profile of an hour, and returns whether there is room for it. */
async function recordHour(
  source: SourceArchive,
  group: string,
  startTime: number,
  signal: AbortSignal,
): Promise<boolean> {
  const request = { group, startTime, endTime: startTime + HOUR };
  const asOf = exactNow();
  const { profile: bytes } = await fetchProfile(request, 'application/x-amzn-ion', signal);
  const decoded = await engine().run('samples', { bytes });
  if ('undecodable' in decoded) throw badAnswer('GetProfile', decoded.undecodable);
  if ((await source.put(profileKey(request), { asOf, content: bytes })) === undefined) return false;
  const block = { group, period: 'PT1H', block: blockOf('PT1H', startTime) } as const;
  await archiveSamples(block, asOf, { start: startTime, states: decoded.states });
  return true;
}
