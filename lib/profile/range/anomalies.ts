import { DAY } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { type Anomaly, findingsSpan } from './findings';

/** A time in which functions were unusually busy or idle; `names` are theirs. */
export type AnomalyMark = Span & { names: string[] };

/** AWS compares a time with the rest of the range, so a short range has few anomalies or none. */
const MIN_ANALYSED_MS = DAY;

/** Range to request the anomalies of a shorter one for: at least a day before its end, and at most a week. */
export const anomaliesSpan = ({ from, to }: Span): Span =>
  findingsSpan({ from: Math.max(0, Math.min(from, to - MIN_ANALYSED_MS)), to });

/** The anomalies with times that overlap a span, and only those times. One without an end lasts until now. */
export const anomaliesIn = (anomalies: readonly Anomaly[], span: Span, now: number): Anomaly[] =>
  anomalies.flatMap((anomaly) => {
    const instances = anomaly.instances.filter(
      ({ from, to = Math.max(now, from + 1) }) => to > span.from && from < span.to,
    );
    return instances.length > 0 ? [{ ...anomaly, instances }] : [];
  });

/** The times of anomalies that overlap a span, oldest first; those of the same time are one. One without an end lasts until now. */
export function anomalyMarks(anomalies: readonly Anomaly[], span: Span, now: number): AnomalyMark[] {
  const marks = new Map<string, AnomalyMark>();
  for (const { name, instances } of anomaliesIn(anomalies, span, now)) {
    for (const { from, to = Math.max(now, from + 1) } of instances) {
      const key = `${from}-${to}`;
      const known = marks.get(key);
      if (!known) marks.set(key, { from, to, names: [name] });
      else if (!known.names.includes(name)) known.names.push(name);
    }
  }
  return [...marks.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}
