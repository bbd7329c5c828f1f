import { counted } from '@/lib/answer/counted';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { type AnomalyMark, type AnomalyTime, countAnomalies } from '@/lib/profile/range/anomalies';
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

const MAX_NAME_LENGTH = 120;
