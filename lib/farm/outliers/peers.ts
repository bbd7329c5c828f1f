import { DAY, HOUR } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { weekdayOf } from '../local-steps';
import { type OffsetSegment, offsetAt } from '../plan/offset-segments';
import type { AggregationPeriod } from '../session-statistics';

/** The buckets that one is compared with. */
export type Peers = {
  /** Numbers of the buckets. */
  buckets: number[];
  kind: 'hour of the day' | 'weekday' | 'working day' | 'weekend' | 'period';
};

/** Fewer tell no usual cost. */
export const MIN_PEERS = 4;

/**
 * Returns the other buckets that are most like one: the same hour of other days, the same weekday of other weeks, else other working
 * days or weekends, else all others; undefined if there are too few. `whole` are the buckets that the range doesn't cut.
 */
export function peersAmong(
  whole: readonly number[],
  spans: readonly Span[],
  period: AggregationPeriod,
  segments: readonly OffsetSegment[],
): (at: number) => Peers | undefined {
  const levels = LIKENESSES[period].map((kindOf) => {
    const kinds = new Map<string, Peers>();
    const byBucket = new Map<number, Peers>();
    for (const at of whole) {
      const { from = 0 } = spans[at] ?? {};
      const { kind, key } = kindOf(from + offsetAt(segments, from));
      const peers = kinds.get(key) ?? { kind, buckets: [] };
      kinds.set(key, peers);
      peers.buckets.push(at);
      byBucket.set(at, peers);
    }
    return byBucket;
  });
  return (at) => {
    for (const level of levels) {
      const peers = level.get(at);
      // The bucket itself is among them.
      if (peers && peers.buckets.length > MIN_PEERS)
        return { kind: peers.kind, buckets: peers.buckets.filter((other) => other !== at) };
    }
    return undefined;
  };
}

/** What buckets at a local time are alike in, and the key that they share. */
type Likeness = (wall: number) => { kind: Peers['kind']; key: string };

const byHour: Likeness = (wall) => ({
  kind: 'hour of the day',
  key: String(Math.floor((wall % DAY) / HOUR)),
});
const byWeekday: Likeness = (wall) => ({ kind: 'weekday', key: String(weekdayOf(wall)) });
const byWorkingDay: Likeness = (wall) => {
  const kind = weekdayOf(wall) % 6 === 0 ? 'weekend' : 'working day';
  return { kind, key: kind };
};
const byPeriod: Likeness = () => ({ kind: 'period', key: '' });

/** The closest likeness first. */
const LIKENESSES: Record<AggregationPeriod, readonly Likeness[]> = {
  HOURLY: [byHour, byPeriod],
  DAILY: [byWeekday, byWorkingDay, byPeriod],
  WEEKLY: [byPeriod],
  MONTHLY: [byPeriod],
};
