import { formatDate } from '@/lib/time/format';
import { aboutMoney, formatMoney } from '../amounts';
import { fourOfFiveText } from './forecast-text';
import type { MonthDay } from './month-days';

/** A day's cost: `$190.12`; today's: `$120.00 so far, about $260 at its end, in four of five cases $200 – $320`. */
export function dayAmountText({ knownUsd, expected }: MonthDay): string {
  if (!expected) return formatMoney(knownUsd ?? 0);
  const end = `about ${aboutMoney(expected.costUsd)}`;
  const interval = fourOfFiveText(expected.interval);
  return knownUsd === undefined
    ? `${end}, ${interval}`
    : `${formatMoney(knownUsd)} so far, ${end} at its end, ${interval}`;
}

/** A day and its cost. The middle of a day names it, since days can be those of UTC. */
export const dayText = (day: MonthDay, zone: string): string =>
  `${formatDate((day.from + day.to) / 2, zone)}: ${dayAmountText(day)}`;
