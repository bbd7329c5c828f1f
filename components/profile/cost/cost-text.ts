import { signed } from '@/lib/answer/signed';
import { aboutMoney, formatCostPerHour, formatMoney } from '@/lib/farm/amounts';
import type { FrameCost } from '@/lib/profile/view/frame-cost';
import { formatDuration } from '@/lib/time/duration';
import type { CostTime } from '../settings/cost-params';

type Kind = keyof FrameCost;

const FORMATS: Record<Kind, (usd: number) => string> = {
  all: formatMoney,
  hour: formatCostPerHour,
  year: (usd) => `${aboutMoney(usd)} / year`,
};

const KINDS: Record<CostTime, Kind> = { time: 'all', hour: 'hour', year: 'year' };

/** An amount of an hour or a year with that unit: `$2.04 / h`, `$17,870 / year`. */
export const formatCost = (usd: number, kind: Kind): string => FORMATS[kind](usd);

/** Without the time, which the heading of a column has. */
const withoutTime = (text: string) => text.replace(/ \/ (h|year)$/, '');

/** The amount that a table shows: `$2.04`, `$17,870`. */
export const costCell = (cost: FrameCost, time: CostTime): string =>
  withoutTime(formatCost(cost[KINDS[time]], KINDS[time]));

/** The time of amounts, for a heading or a sentence: `in 6 h`, `an hour`, `a year`. */
export const costTimeText = (time: CostTime, ms: number): string =>
  time === 'time' ? `in ${formatDuration(ms)}` : time === 'hour' ? 'an hour' : 'a year';

/** A cost in all three times: `$12.24 in 6 h, $2.04 / h, $17,870 / year`. */
export const costInWords = (cost: FrameCost, ms: number): string =>
  `${formatCost(cost.all, 'all')} in ${formatDuration(ms)}, ${formatCost(cost.hour, 'hour')}, ${formatCost(cost.year, 'year')}`;

/** A change of a cost with its sign: `+$0.12 / h`, `−$1,050 / year`, `up < $0.001 / h`. */
export function formatCostChange(usd: number, kind: 'hour' | 'year'): string {
  const size = formatCost(Math.abs(usd), kind);
  return usd === 0 ? size : signed(usd, size);
}

/** The change that a table shows: `+$0.12`, `−$1,050`. */
export const costChangeCell = (usd: number, kind: 'hour' | 'year'): string =>
  withoutTime(formatCostChange(usd, kind));
