import { counted } from '@/lib/answer/counted';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { AnomalyMark } from '@/lib/profile/range/anomalies';
import type { Span } from '@/lib/time/range';

/** A mark in a picture: its left edge and the room for its label, in pixels. */
export type PlacedMark = AnomalyMark & { x: number; roomPx: number; label: string };

/** Marks closer together are one, because neither could be clicked. */
const MIN_DISTANCE_PX = 24;

/** Places the marks of anomalies, in order of time, in a picture of a span. Another label takes `reservedPx` at its right. */
export function placedMarks(
  marks: readonly AnomalyMark[],
  shown: Span,
  width: number,
  reservedPx = 0,
): PlacedMark[] {
  const xOf = (from: number) => (Math.max(0, from - shown.from) / Math.max(1, shown.to - shown.from)) * width;
  const placed: (AnomalyMark & { x: number })[] = [];
  for (const mark of marks) {
    const x = Math.min(xOf(mark.from), width - MIN_DISTANCE_PX);
    const last = placed.at(-1);
    if (!last || x - last.x >= MIN_DISTANCE_PX) {
      placed.push({ ...mark, x });
      continue;
    }
    last.to = Math.max(last.to, mark.to);
    last.names = [...new Set([...last.names, ...mark.names])];
  }
  return placed.map((mark, i) => ({
    ...mark,
    label: markLabel(mark),
    roomPx: Math.max(MIN_DISTANCE_PX, (placed[i + 1]?.x ?? width - reservedPx) - mark.x),
  }));
}

function markLabel({ names }: AnomalyMark): string {
  const [name = '', ...others] = names;
  return others.length > 0 ? counted(names.length, 'anomaly', 'anomalies') : parseFrame(name).label;
}
