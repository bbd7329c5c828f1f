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

/** A group on a UTC day, which is counted from 1970. */
export type GroupDay = { group: string; day: number };

/** The day of an instant. */
export const utcDay = (instant: number) => Math.floor(instant / DAY);

const keyParts = ({ group, day }: GroupDay) => ['recorded hours', group, day] as const;

/** The starts of the hours of a day whose profiles were recorded, epoch milliseconds. */
export async function recordedHoursOf(source: SourceArchive, of: GroupDay): Promise<number[]> {
  const archived = await source.get(keyParts(of));
  const read = archived && jsonContent(archived, content, 'a list of recorded hours');
  if (!read) return [];
  await currentRecording()?.put(keyParts(of), async () => archived);
  return read.hours;
}

/** The first recorded hour of a group. */
const firstHour = z.object({ from: z.number().int() });

const firstKey = (group: string) => ['recorded hours', group] as const;

/** The instant from which hours of a group were recorded, epoch milliseconds; undefined if none was. Some after it may be missing. */
export async function recordedHoursFrom(group: string): Promise<number | undefined> {
  const source = await profileArchive();
  return source && firstRecorded(source, group);
}

async function firstRecorded(source: SourceArchive, group: string): Promise<number | undefined> {
  const archived = await source.get(firstKey(group));
  const read = archived && jsonContent(archived, firstHour, 'the first recorded hour');
  if (read) await currentRecording()?.put(firstKey(group), async () => archived);
  return read?.from;
}

/** Adds the starts of hours whose profiles are archived by now. Those that another server has added meanwhile stay. */
export async function addRecordedHours(
  source: SourceArchive,
  of: GroupDay,
  hours: readonly number[],
  asOf: number,
): Promise<void> {
  const known = await recordedHoursOf(source, of);
  const all = [...new Set([...known, ...hours])].sort((a, b) => a - b);
  if (all.length === known.length) return;
  await source.put(keyParts(of), { asOf, content: Buffer.from(JSON.stringify({ hours: all })) });
  const [from = 0] = all;
  const first = await firstRecorded(source, of.group);
  if (first === undefined || from < first)
    await source.put(firstKey(of.group), { asOf, content: Buffer.from(JSON.stringify({ from })) });
}

/** The recorded hours that lie wholly in a span, in order. Reads a list for each day of it. */
export async function recordedHoursIn(group: string, { from, to }: Span): Promise<Span[]> {
  const source = await profileArchive();
  const hours: Span[] = [];
  for (let day = utcDay(from); source && day * DAY < to; day++) {
    const starts = await recordedHoursOf(source, { group, day });
    hours.push(...starts.map((start) => ({ from: start, to: start + HOUR })));
  }
  return hours.filter((hour) => hour.from >= from && hour.to <= to);
}
