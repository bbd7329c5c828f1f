import { DAY } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import type { ExpectedCost } from './forecast';
import type { MonthForecast } from './month-forecast';

/** A day of a month: what it cost, so far if it hasn't ended, and what it is expected to have cost at its end. */
export type MonthDay = Span & { knownUsd?: number; expected?: ExpectedCost };

/** The days of a month until its end; without a forecast until today. */
export function monthDays({ soFar, forecast }: MonthForecast): MonthDay[] {
  const { month, spent, ahead } = soFar;
  const known = spent.slice(1).map(({ at, costUsd }, day): MonthDay => {
    const { at: from = month.from, costUsd: before = 0 } = spent[day] ?? {};
    return { from, to: at, knownUsd: costUsd - before };
  });
  const count = Math.round((month.to - month.from) / DAY);
  const isInDay = known.length + ahead.length > count;
  const today = isInDay ? known.pop() : undefined;
  const alone = typeof forecast === 'string' ? [] : forecast.daysAlone;
  const shown = alone.length > 0 ? ahead : ahead.slice(0, isInDay ? 1 : 0);
  return [
    ...known,
    ...shown.map(({ to }, at): MonthDay => {
      const from = (at === 0 ? known.at(-1) : ahead[at - 1])?.to ?? month.from;
      const knownUsd = at === 0 ? today?.knownUsd : undefined;
      const expected = alone[at];
      return { from, to, ...(knownUsd !== undefined && { knownUsd }), ...(expected && { expected }) };
    }),
  ];
}

/** Every amount in a picture of days, for its axis. */
export const dayAmounts = (days: readonly MonthDay[]): number[] =>
  days.flatMap(({ knownUsd = 0, expected }) => [knownUsd, expected?.interval.to ?? 0]);
