import { z } from 'zod';
import type { RecordedTimes } from '@/lib/profile/range/profile-periods';
import { DAY, HOUR } from '@/lib/time/duration';
import { mergeSpans } from '@/lib/time/merge-spans';
import type { Span } from '@/lib/time/range';
import { jsonContent } from '../archive/json-content';
import type { SourceArchive } from '../archive/open-archive';
import { currentRecording } from '../links/link-scope';
import { profileArchive } from './archived-profiles';

const HOURS_OF_DAY = DAY / HOUR;

/** The starts of the hours of a day whose profiles the recorder has archived, epoch milliseconds. */
const content = z.object({ hours: z.array(z.number().int()).max(HOURS_OF_DAY) });

type Archived = Awaited<ReturnType<SourceArchive['get']>>;

/** A group on a UTC day, which is counted from 1970. */
type GroupDay = { group: string; day: number };

/** The day of an instant. */
export const utcDay = (instant: number) => Math.floor(instant / DAY);

const keyParts = ({ group, day }: GroupDay) => ['recorded hours', group, day] as const;

/** The starts of the hours of a day whose profiles were recorded, epoch milliseconds. */
export async function recordedHoursOf(source: SourceArchive, of: GroupDay): Promise<number[]> {
  const archived = await source.get(keyParts(of));
  const hours = hoursIn(archived);
  if (archived && hours.length > 0) await currentRecording()?.put(keyParts(of), async () => archived);
  return hours;
}

function hoursIn(archived: Archived): number[] {
  return (archived && jsonContent(archived, content, 'a list of recorded hours')?.hours) ?? [];
}

const MAX_GAPS = 500;

/** The first recorded hour of a group, until when nothing is missing that AWS had, and the times that were missed before. */
const times = z.object({
  from: z.number().int(),
  until: z.number().int().optional(),
  gaps: z
    .array(z.object({ from: z.number().int(), to: z.number().int() }))
    .max(MAX_GAPS)
    .default([]),
});

type Times = z.infer<typeof times>;

const timesKey = (group: string) => ['recorded hours', group] as const;

/** When hours of a group were recorded; undefined if none was. Single ones that failed may be missing besides the gaps. */
export async function recordedTimes(group: string): Promise<RecordedTimes | undefined> {
  const source = await profileArchive();
  return source && timesIn(await source.get(timesKey(group)));
}

const timesIn = (archived: Archived): Times | undefined =>
  archived && jsonContent(archived, times, 'the recorded times');

const putTimes = (source: SourceArchive, group: string, asOf: number, value: Times) =>
  source.put(timesKey(group), { asOf, content: Buffer.from(JSON.stringify(value)), isRecorded: true });

/**
 * Notes that everything is recorded until an instant that AWS had from `oldest` on. A time between an earlier such instant and `oldest`
 * was missed: AWS has deleted its hours.
 */
export async function noteRecordedUntil(
  source: SourceArchive,
  group: string,
  { oldest, until }: { oldest: number; until: number },
  asOf: number,
): Promise<void> {
  const known = timesIn(await source.getToReplace(timesKey(group)));
  if (!known) return;
  const isMissed = known.until !== undefined && known.until < oldest;
  const missed = isMissed ? [{ from: known.until ?? oldest, to: oldest }] : [];
  const reached = Math.max(until, oldest, known.until ?? until);
  if (reached === known.until && !isMissed) return;
  const gaps = mergeSpans([...known.gaps, ...missed]).slice(-MAX_GAPS);
  await putTimes(source, group, asOf, { from: known.from, until: reached, gaps });
}

/**
 * Adds the starts of hours whose profiles are archived by now. Of two servers that do so at once the later one wins; what it left out is
 * recorded again as long as AWS has it. Rejects when what is listed so far can't be read.
 */
export async function addRecordedHours(
  source: SourceArchive,
  of: GroupDay,
  hours: readonly number[],
  asOf: number,
): Promise<void> {
  if (hours.length === 0) return;
  const known = hoursIn(await source.getToReplace(keyParts(of)));
  const all = [...new Set([...known, ...hours])].sort((a, b) => a - b);
  await source.put(keyParts(of), {
    ...{ asOf, isRecorded: true },
    content: Buffer.from(JSON.stringify({ hours: all })),
  });
  const [from = 0] = all;
  const archived = await source.getToReplace(timesKey(of.group));
  const before = timesIn(archived) ?? { from, gaps: [] };
  const earliest = Math.min(from, before.from);
  // A lifecycle rule of a bucket would expire it before the hours that it tells of.
  const isOld = archived !== undefined && asOf - archived.asOf > DAY;
  if (!archived || isOld || earliest !== before.from)
    await putTimes(source, of.group, asOf, { ...before, from: earliest });
}

/** The recorded hours that lie wholly in a span, in order. Reads a list for each day of it. */
export async function recordedHoursIn(group: string, { from, to }: Span): Promise<Span[]> {
  const source = await profileArchive();
  if (!source) return [];
  const days = Array.from({ length: utcDay(to - 1) - utcDay(from) + 1 }, (_, n) => utcDay(from) + n);
  const starts = await Promise.all(days.map((day) => recordedHoursOf(source, { group, day })));
  return starts
    .flat()
    .map((start) => ({ from: start, to: start + HOUR }))
    .filter((hour) => hour.from >= from && hour.to <= to);
}
