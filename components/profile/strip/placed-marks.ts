import type { AnomalyMark } from '@/lib/profile/range/anomalies';
import type { Span } from '@/lib/time/range';
import { anomalyNames, sinceText } from '../frame-text/anomaly-text';

/** A mark in a picture: its left edge in pixels, and its label, which is empty where there's no room for one. */
export type PlacedMark = { anomalies: AnomalyMark[]; x: number; label: string };

/** Marks closer together are one, because neither could be clicked. */
const MIN_DISTANCE_PX = 24;
/** Estimated width of a letter of a label, and of the sign and the spaces around it. */
const LETTER_PX = 6.6;
const SIGN_PX = 26;

type Place = {
  /** Time of the picture. */
  shown: Span;
  width: number;
  zone: string;
};

/** Places the marks of anomalies, in order of time, in a picture. Only labels that fit completely are shown. */
export function placedMarks(marks: readonly AnomalyMark[], { shown, width, zone }: Place): PlacedMark[] {
  const xOf = (from: number) => (Math.max(0, from - shown.from) / Math.max(1, shown.to - shown.from)) * width;
  const placed: Pick<PlacedMark, 'anomalies' | 'x'>[] = [];
  for (const mark of marks) {
    const x = Math.min(xOf(mark.from), width - MIN_DISTANCE_PX);
    const last = placed.at(-1);
    if (last && x - last.x < MIN_DISTANCE_PX) last.anomalies.push(mark);
    else placed.push({ anomalies: [mark], x });
  }
  return placed.map((mark, i) => {
    const room = (placed[i + 1]?.x ?? width) - mark.x;
    const label = labels(mark.anomalies, zone).find((text) => SIGN_PX + text.length * LETTER_PX <= room);
    return { ...mark, label: label ?? '' };
  });
}

/** The labels of a mark, the best one first. */
function labels(anomalies: readonly AnomalyMark[], zone: string): string[] {
  const lasting = anomalies.find(({ isLasting }) => isLasting);
  if (!lasting) return [anomalyNames(anomalies)];
  const since = sinceText(lasting.from, zone);
  return [`${anomalyNames([lasting])} ${since}`, since];
}
