import { counted } from '@/lib/answer/counted';
import { formatMoney } from '../amounts';
import { PERIOD_UNITS } from '../labels';
import type { AggregationPeriod } from '../session-statistics';
import type { Cause } from './causes';
import type { Outlier } from './outliers';
import type { Peers } from './peers';

/** What is usual: `the median of 5 other days of this weekday`. */
export function peersText({ kind, buckets }: Peers, period: AggregationPeriod): string {
  const count = buckets.length;
  const others = {
    'hour of the day': counted(count, 'other day at this hour', 'other days at this hour'),
    weekday: counted(count, 'other day of this weekday', 'other days of this weekday'),
    'working day': counted(count, 'other working day'),
    weekend: counted(count, 'other day of weekends', 'other days of weekends'),
    period: counted(count, `other ${PERIOD_UNITS[period]}`),
  };
  return `the median of ${others[kind]}`;
}

/** The groups that cost more than usual: `fx cost $300.00 and usually costs $55.00; light $80.00, usually $20.00.` */
export function causesText(causes: readonly Cause[], nameOf: (group: number) => string): string {
  if (causes.length === 0) return 'All groups cost somewhat more than usual.';
  const parts = causes.map(
    ({ group, costUsd, usualUsd }) =>
      `${nameOf(group)} ${formatMoney(costUsd)}, usually ${usualUsd === 0 ? 'nothing' : formatMoney(usualUsd)}`,
  );
  return `${parts.join('; ')}.`;
}

/** Whether more was computed or computing was dearer; undefined if that is unknown. */
export function factorsText({ hoursFactor, rateFactor }: Outlier): string | undefined {
  if (hoursFactor === undefined || rateFactor === undefined) return undefined;
  return `Compute hours ${factorText(hoursFactor)}, all cost per compute hour ${factorText(rateFactor)}.`;
}

const factorText = (factor: number): string =>
  Math.abs(factor - 1) < 0.1 ? 'as usual' : `${factor.toFixed(1)} times the usual`;
