import { formatMonth } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { instantOfWall } from '@/lib/time/zone';
import type { CurvePoint } from '../curve/cost-curve';
import { weekdayOf } from '../local-steps';
import { followsZone, offsetAt } from '../plan/offset-segments';
import { bucketSums } from '../rows/bucket-sums';
import type { CostRows } from '../rows/cost-rows';
import type { DayCost } from './day-model';

/** A month that has begun, in the days of the rows. */
export type MonthSoFar = {
  month: Span;
  /** Of the days of the rows, which may be of another month than the viewer's clock: `Nov 2026`. */
  name: string;
  /** The days that have ended, from the first with a cost on. */
  ended: DayCost[];
  /** The month's cost at the ends of its days so far, and now. */
  spent: CurvePoint[];
  spentUsd: number;
  /** Cost of today so far. */
  todayUsd: number;
  /** Today and the days to come. */
  ahead: { weekday: number; to: number }[];
};

/**
 * The month in which a span of rows by days ends, which is now. Days are those of the zone if the rows follow it. A day that the span
 * cuts at its start is left out.
 */
export function monthSoFar(rows: CostRows, span: Span, zone: string): MonthSoFar {
  const { spans, segments } = rows.buckets;
  const wallOf = (instant: number) => instant + offsetAt(segments, instant);
  const costs = bucketSums(rows, 'costUsd');
  const days = spans
    .map((day, at) => ({ ...day, costUsd: costs[at] ?? 0 }))
    .filter(({ from }) => from >= span.from);
  const now = new Date(wallOf(span.to));
  const [year, month, today] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const startOfDay = starts(rows, zone, year, month);
  const monthSpan = { from: startOfDay(1), to: startOfDay(daysIn(year, month) + 1) };

  const ofMonth = days.filter(({ from }) => from >= monthSpan.from);
  const spent: CurvePoint[] = [{ at: monthSpan.from, costUsd: 0 }];
  for (const { to, costUsd } of ofMonth)
    spent.push({ at: Math.min(to, span.to), costUsd: (spent.at(-1)?.costUsd ?? 0) + costUsd });
  const ended = days.filter(({ to }) => to <= span.to);
  const first = ended.findIndex(({ costUsd }) => costUsd !== 0);
  return {
    month: monthSpan,
    name: formatMonth(Date.UTC(year, month), 'UTC'),
    ended: (first < 0 ? [] : ended.slice(first)).map(({ from, costUsd }) => ({
      weekday: weekdayOf(wallOf(from)),
      costUsd,
    })),
    spent,
    spentUsd: spent.at(-1)?.costUsd ?? 0,
    todayUsd: days.find(({ to }) => to > span.to)?.costUsd ?? 0,
    ahead: Array.from({ length: daysIn(year, month) - today + 1 }, (_, n) => ({
      weekday: weekdayOf(Date.UTC(year, month, today + n)),
      to: startOfDay(today + n + 1),
    })),
  };
}

/** Starts of the days of a month, from 1: in the zone if the rows follow it, else at their last offset. */
function starts({ buckets: { segments } }: CostRows, zone: string, year: number, month: number) {
  const isLocal = followsZone(segments, zone);
  const offsetMs = segments.at(-1)?.offsetMs ?? 0;
  return (day: number) =>
    isLocal
      ? instantOfWall({ year, month: month + 1, day, hour: 0, minute: 0, second: 0 }, zone)
      : Date.UTC(year, month, day) - offsetMs;
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
