import { DAY, MINUTE, WEEK } from '@/lib/time/duration';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { type Anomaly, findingsSpan } from './findings';

/** The time of an anomaly. One that still lasts ends with the time for which anomalies are known. */
export type AnomalyTime = Span & { isLasting: boolean };

/** An anomaly with those of its times that a place lists. */
export type ListedAnomaly = Anomaly & {
  /** The number of all its times. AWS has one reason for them. */
  timeCount: number;
};

/** A time in which functions were unusually busy or idle. */
export type AnomalyMark = AnomalyTime & { anomalies: ListedAnomaly[] };

/**
 * The week to request anomalies for: it ends up to a day after a range, but never leaves a part of one out that is shorter
 * than a week. Every place that shows anomalies of a range requests this, so that all show the same.
 */
export function anomaliesSpan({ from, to }: Span, now: number): Span {
  const end = Math.max(to, Math.min(to + DAY, from + WEEK, now));
  return findingsSpan({ from: Math.max(0, end - WEEK), to: end });
}

/** The part of a requested time for which anomalies are known: it never ends after now. */
export const knownSpan = ({ from, to }: Span, now: number): Span => ({ from, to: Math.min(to, now) });

/** States for which part of a time anomalies are known; nothing if for all of it, but for a request's steps of five minutes. */
export const partlyKnownNotes = (shown: Span, analysed: Span, now: number, zone: string): string[] =>
  analysed.from > shown.from + 5 * MINUTE || analysed.to < Math.min(shown.to, now) - 5 * MINUTE
    ? [`AWS analyses at most 7 days. Anomalies are known only for ${formatSpan(analysed, zone)}.`]
    : [];

/** The time of an instance; without an end it lasts until the end of the known time. */
export const anomalyTime = ({ from, to }: Anomaly['instances'][number], until: number): AnomalyTime =>
  to === undefined
    ? { from, to: Math.max(until, from + 1), isLasting: true }
    : { from, to, isLasting: false };

/** The anomalies with times that overlap a span, and only those times. */
export const anomaliesIn = (anomalies: readonly Anomaly[], span: Span, until: number): ListedAnomaly[] =>
  anomalies.flatMap((anomaly) => {
    const instances = anomaly.instances.filter((instance) => {
      const { from, to } = anomalyTime(instance, until);
      return to > span.from && from < span.to;
    });
    return instances.length > 0 ? [{ ...anomaly, instances, timeCount: anomaly.instances.length }] : [];
  });

/** The times of anomalies that overlap a span, oldest first; those of the same time are one. */
export function anomalyMarks(anomalies: readonly Anomaly[], span: Span, until: number): AnomalyMark[] {
  const marks = new Map<string, AnomalyMark>();
  for (const anomaly of anomaliesIn(anomalies, span, until)) {
    for (const instance of anomaly.instances) {
      const time = anomalyTime(instance, until);
      const key = `${time.from} ${time.to}`;
      const known = marks.get(key);
      if (!known) marks.set(key, { ...time, anomalies: [anomaly] });
      else if (!known.anomalies.includes(anomaly)) known.anomalies.push(anomaly);
    }
  }
  return [...marks.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The number of anomalies, whose times may be more. */
export const countAnomalies = (marks: readonly Pick<AnomalyMark, 'anomalies'>[]): number =>
  new Set(marks.flatMap(({ anomalies }) => anomalies)).size;
