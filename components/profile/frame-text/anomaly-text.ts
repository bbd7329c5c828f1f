import { counted } from '@/lib/answer/counted';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import {
  type AnomalyMark,
  type AnomalyTime,
  countAnomalies,
  type ListedAnomaly,
} from '@/lib/profile/range/anomalies';
import { HOUR } from '@/lib/time/duration';
import { formatDayClock, formatInstant, formatSpan } from '@/lib/time/format';

/** `24 Nov 2026, 11:00 – 12:00 UTC`, or `since the hour from 24 Nov 2026, 09:00 UTC`. */
export const anomalyTimeText = ({ from, to, isLasting }: AnomalyTime, zone: string): string =>
  isLasting ? `since ${hourFrom(from)}${formatInstant(from, zone)}` : formatSpan({ from, to }, zone);

/** `since the hour from 24 Nov 09:00`. Use it only where something else names the zone. */
export const sinceText = (from: number, zone: string): string =>
  `since ${hourFrom(from)}${formatDayClock(from, zone)}`;

/** AWS looks for anomalies in hourly profiles, so one can have started at any time within its first hour. */
const hourFrom = (from: number): string => (from % HOUR === 0 ? 'the hour from ' : '');

/** `2 anomalies`, as every place that counts those of these times. */
export const countedAnomalies = (marks: readonly Pick<AnomalyMark, 'anomalies'>[]): string =>
  counted(countAnomalies(marks), 'anomaly', 'anomalies');

/** `CartService.recommend`, or `2 anomalies` of different functions. */
export function anomalyNames(marks: readonly Pick<AnomalyMark, 'anomalies'>[]): string {
  const [name = '', ...others] = new Set(marks.flatMap(({ anomalies }) => anomalies.map(({ name }) => name)));
  return others.length > 0 ? countedAnomalies(marks) : parseFrame(name).label.slice(0, MAX_NAME_LENGTH);
}

/** AWS's reason. One for several times says so, because its figures may belong to a time that isn't listed. */
export function reasonText({ reason, instances, timeCount }: ListedAnomaly): string {
  if (timeCount < 2 || reason === '') return reason;
  const part = instances.length < timeCount ? `, ${instances.length} of them in the time shown` : '';
  return `AWS’s reason for all ${timeCount} times${part}: ${reason}`;
}

/**
 * Each anomaly with its time, those that still last first, then the newest: `CartService.recommend, since the hour from
 * 24 Nov 2026, 09:00 UTC`.
 */
export function listedAnomalies(marks: readonly AnomalyMark[], zone: string): string[] {
  const texts = new Map<ListedAnomaly, string>();
  for (const mark of lastingFirst(marks)) {
    for (const anomaly of mark.anomalies) {
      const others = anomaly.instances.length - 1;
      const more = others > 0 ? `, and ${counted(others, 'other time')}` : '';
      const name = parseFrame(anomaly.name).label.slice(0, MAX_NAME_LENGTH);
      if (!texts.has(anomaly)) texts.set(anomaly, `${name}, ${anomalyTimeText(mark, zone)}${more}`);
    }
  }
  return [...texts.values()];
}

/** The times that still last, then all others; in both the newest first. */
export const lastingFirst = (marks: readonly AnomalyMark[]): AnomalyMark[] =>
  marks.toReversed().sort((a, b) => Number(b.isLasting) - Number(a.isLasting));

const MAX_NAME_LENGTH = 120;
