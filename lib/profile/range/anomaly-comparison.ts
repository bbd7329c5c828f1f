import { DAY, HOUR, WEEK } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import type { AnomalyTime } from './anomalies';
import { STRIP_PERIODS } from './profile-periods';

/** A time of an anomaly, and an earlier one of the same length to compare it with. */
export type ComparedTimes = {
  compared: Span;
  before: Span;
  /** No earlier time without another anomaly was found, so the one directly before has one. */
  isMixed: boolean;
};

/** The part of a lasting anomaly that is compared begins within this time. */
const MAX_COMPARED_MS = DAY;
/** How far the compared time may lie before the anomaly. */
const MAX_BACK_MS = WEEK;

/**
 * The times to compare an anomaly by: its own, or of one that still lasts the longest part without another anomaly in its first
 * 24 hours; and the nearest time of the same length before the anomaly in which no other one was. An anomaly around both is
 * the same on both sides, so it may be there. `others` may include the anomaly.
 */
export function timesToCompare(anomaly: AnomalyTime, others: readonly AnomalyTime[]): ComparedTimes {
  const rest = others.filter(({ from, to }) => from !== anomaly.from || to !== anomaly.to);
  const compared = anomaly.isLasting ? clearPart(anomaly, rest) : { from: anomaly.from, to: anomaly.to };
  const length = compared.to - compared.from;
  const around = rest.filter(({ from, to }) => from < anomaly.from && to >= compared.to);
  const separate = rest.filter((other) => !around.includes(other));
  const earliest = Math.max(0, anomaly.from - MAX_BACK_MS);
  const within = Math.max(earliest, ...around.map(({ from }) => from));
  const before =
    clearBefore(anomaly.from, length, separate, within) ?? clearBefore(anomaly.from, length, rest, earliest);
  const direct = { from: Math.max(0, anomaly.from - length), to: Math.max(1, anomaly.from) };
  return { compared, before: before ?? direct, isMixed: before === undefined };
}

/** The longest part of the first 24 hours without another anomaly; all of them if no part is an hour long. */
function clearPart({ from, to }: Span, others: readonly Span[]): Span {
  const ended = Math.floor(to / STRIP_PERIODS.PT5M) * STRIP_PERIODS.PT5M;
  const whole = { from, to: Math.min(ended > from ? ended : to, from + MAX_COMPARED_MS) };
  let longest = { from, to: from };
  let start = from;
  const inside = others
    .filter(
      (other) => other.to > from && other.from < whole.to && !(other.from <= from && other.to >= whole.to),
    )
    .toSorted((a, b) => a.from - b.from);
  for (const other of [...inside, { from: whole.to, to: whole.to }]) {
    if (other.from - start > longest.to - longest.from) longest = { from: start, to: other.from };
    start = Math.max(start, other.to);
  }
  return longest.to - longest.from >= Math.min(HOUR, whole.to - whole.from) ? longest : whole;
}

/** The newest time of a length that ends by an instant, starts after another, and overlaps none of the others. */
function clearBefore(
  end: number,
  length: number,
  others: readonly Span[],
  earliest: number,
): Span | undefined {
  let span = { from: end - length, to: end };
  for (const other of others.toSorted((a, b) => b.to - a.to)) {
    if (other.to > span.from && other.from < span.to) span = { from: other.from - length, to: other.from };
  }
  return span.from >= earliest ? span : undefined;
}
