import { DAY, HOUR } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { type OffsetSegment, offsetAt } from '../plan/offset-segments';
import type { AggregationPeriod } from '../session-statistics';

/** The buckets that one is compared with. */
export type Peers = {
  /** Numbers of the buckets. */
  buckets: number[];
  /** `4 other Tuesdays`, `6 other weekdays`, `9 other hours`. */
  kind: 'hour of the day' | 'weekday' | 'working day' | 'weekend' | 'period';
};

/** Fewer tell no usual cost. */
export const MIN_PEERS = 4;

/**
 * The other buckets that are most like one: the same hour of other days, the same weekday of other weeks, else other working days or
 * weekends, else all others. `whole` are the numbers of buckets that the range doesn't cut. Undefined if there are too few.
 */
export function peersOf(
  at: number,
  whole: readonly number[],
  spans: readonly Span[],
  period: AggregationPeriod,
  segments: readonly OffsetSegment[],
): Peers | undefined {
  const others = whole.filter((other) => other !== at);
  const wallOf = (bucket: number) => {
    const { from = 0 } = spans[bucket] ?? {};
    return from + offsetAt(segments, from);
  };
  const alike = <Value>(of: (wall: number) => Value, kind: Peers['kind']): Peers => {
    const own = of(wallOf(at));
    return { kind, buckets: others.filter((other) => of(wallOf(other)) === own) };
  };
  const candidates: Peers[] = [
    ...(period === 'HOURLY' ? [alike(hourOf, 'hour of the day')] : []),
    ...(period === 'DAILY'
      ? [alike(weekdayOf, 'weekday'), alike(isWeekend, isWeekend(wallOf(at)) ? 'weekend' : 'working day')]
      : []),
    { kind: 'period', buckets: others },
  ];
  return candidates.find(({ buckets }) => buckets.length >= MIN_PEERS);
}

const hourOf = (wall: number) => Math.floor((wall % DAY) / HOUR);

/** From 0 for Sunday; 1 January 1970 was a Thursday. */
const weekdayOf = (wall: number) => (Math.floor(wall / DAY) + 4) % 7;

const isWeekend = (wall: number) => weekdayOf(wall) % 6 === 0;
