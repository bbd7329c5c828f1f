import { z } from 'zod';
import { DAY, HOUR } from '@/lib/time/duration';
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

/** The first recorded hour of a group. */
const firstHour = z.object({ from: z.number().int() });

const firstKey = (group: string) => ['recorded hours', group] as const;

/** The instant from which hours of a group were recorded, epoch milliseconds; undefined if none was. Some after it may be missing. */
export async function recordedHoursFrom(group: string): Promise<number | undefined> {
  const source = await profileArchive();
  return source && firstIn(await source.get(firstKey(group)));
}

const firstIn = (archived: Archived): number | undefined =>
  archived && jsonContent(archived, firstHour, 'the first recorded hour')?.from;

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
  await source.put(keyParts(of), { asOf, content: Buffer.from(JSON.stringify({ hours: all })) });
  const [from = 0] = all;
  const first = await source.getToReplace(firstKey(of.group));
  const earliest = Math.min(from, firstIn(first) ?? from);
  // A lifecycle rule of a bucket would expire it before the hours that it tells of.
  const isOld = first !== undefined && asOf - first.asOf > DAY;
  if (isOld || earliest !== firstIn(first))
    await source.put(firstKey(of.group), { asOf, content: Buffer.from(JSON.stringify({ from: earliest })) });
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
