import { counted } from '@/lib/answer/counted';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { AnomalyMark } from '@/lib/profile/range/anomalies';
import type { Span } from '@/lib/time/range';

/** A mark in a picture, of anomalies that together take a span: its left edge and the room for its label, in pixels. */
export type PlacedMark = Span & { anomalies: AnomalyMark[]; x: number; roomPx: number; label: string };

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
  const placed: Pick<PlacedMark, 'from' | 'to' | 'anomalies' | 'x'>[] = [];
  for (const mark of marks) {
    const x = Math.min(xOf(mark.from), width - MIN_DISTANCE_PX);
    const last = placed.at(-1);
    if (!last || x - last.x >= MIN_DISTANCE_PX) {
      placed.push({ from: mark.from, to: mark.to, anomalies: [mark], x });
      continue;
    }
    last.to = Math.max(last.to, mark.to);
    last.anomalies.push(mark);
  }
  return placed.map((mark, i) => ({
    ...mark,
    label: markLabel(mark.anomalies),
    roomPx: Math.max(MIN_DISTANCE_PX, (placed[i + 1]?.x ?? width - reservedPx) - mark.x),
  }));
}

function markLabel(anomalies: readonly AnomalyMark[]): string {
  const [name = '', ...others] = anomalies.flatMap(({ names }) => names);
  return others.length > 0 ? counted(others.length + 1, 'anomaly', 'anomalies') : parseFrame(name).label;
}
