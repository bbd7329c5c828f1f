import { HOURLY_RETENTION_MS } from '@/lib/profile/range/profile-periods';
import { HOUR } from '@/lib/time/duration';
import type { SourceArchive } from '../archive/open-archive';
import { badAnswer } from '../aws/problem';
import { exactNow } from '../clock';
import { profileArchive, profileKey } from './archived-profiles';
import { engine } from './engine/engine';
import { fetchProfile } from './fetch-profile';
import { listProfileTimes } from './list-profile-times';
import { addRecordedHours, noteRecordedUntil, recordedHoursOf, utcDay } from './recorded-hours';
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
  const settled = await settledHours(group, signal);
  /** The first hour that is neither recorded nor was tried. */
  let missingFrom: number | undefined;
  for (const [day, starts] of settled.byDay) {
    const left = failureCount < MAX_FAILURES ? maxProfiles - count : 0;
    if (left === 0 && missingFrom !== undefined) break;
    const known = new Set(await recordedHoursOf(source, { group, day }));
    const missing = starts.filter((start) => !known.has(start)).slice(0, left);
    const recorded: number[] = [];
    const failed = new Set<number>();
    for (const start of missing) {
      try {
        if (await recordHour(source, group, start, signal)) recorded.push(start);
      } catch (error) {
        if (signal.aborted) break;
        failure = error;
        failed.add(start);
        failureCount += 1;
        if (failureCount >= MAX_FAILURES) break;
      }
    }
    await addRecordedHours(source, { group, day }, recorded, exactNow());
    count += recorded.length;
    signal.throwIfAborted();
    missingFrom ??= starts.find(
      (start) => !known.has(start) && !recorded.includes(start) && !failed.has(start),
    );
  }
  const { oldest, until } = settled;
  await noteRecordedUntil(source, group, { oldest, until: missingFrom ?? until }, exactNow());
  return { count, ...(failure !== undefined && { failure }) };
}

/** The hours that AWS has and that can't change any more: their time, and their starts by UTC day, the oldest first. */
type SettledHours = { oldest: number; until: number; byDay: Map<number, number[]> };

async function settledHours(group: string, signal: AbortSignal): Promise<SettledHours> {
  const now = exactNow();
  // AWS deletes the first ones while it lists them.
  const oldest = Math.ceil((now - HOURLY_RETENTION_MS) / HOUR + 1) * HOUR;
  const { data } = await listProfileTimes({ group, startTime: oldest, endTime: now, period: 'PT1H' }, signal);
  const byDay = new Map<number, number[]>();
  for (const start of data.starts.toSorted((a, b) => a - b)) {
    if (!isSettledSpan({ from: start, to: start + HOUR }, now)) continue;
    const starts = byDay.get(utcDay(start));
    if (starts) starts.push(start);
    else byDay.set(utcDay(start), [start]);
  }
  let until = Math.floor(now / HOUR) * HOUR;
  while (!isSettledSpan({ from: until - HOUR, to: until }, now)) until -= HOUR;
  return { oldest, until, byDay };
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
  if ((await source.put(profileKey(request), { asOf, content: bytes, isRecorded: true })) === undefined)
    return false;
  const block = { group, period: 'PT1H', block: blockOf('PT1H', startTime) } as const;
  await archiveSamples(block, asOf, { start: startTime, states: decoded.states });
  return true;
}
