import { capitalized } from '@/lib/answer/capitalized';
import { counted } from '@/lib/answer/counted';
import { formatMoney } from '../amounts';
import { bucketLabel } from '../bucket-labels';
import { PERIOD_UNITS } from '../labels';
import type { OffsetSegment } from '../plan/offset-segments';
import type { AggregationPeriod } from '../session-statistics';
import type { Cause } from './causes';
import { MIN_DEVIATIONS, type Outlier, type Outliers } from './outliers';
import { MIN_PEERS, type Peers } from './peers';

/** Why a panel lists no outliers; undefined if there are some. `isCut`: AWS has more rows than were read. */
export function noOutliersText(
  { outliers, isTooShort }: Outliers,
  isCut: boolean,
  period: AggregationPeriod,
): string | undefined {
  const unit = PERIOD_UNITS[period];
  if (isCut)
    return `There are too many rows to tell what ${withArticle(unit)} usually costs. Choose a shorter range, a longer period, or fewer groups.`;
  if (isTooShort)
    return `Too few whole ${unit}s to tell what is usual. Choose a longer range or a shorter period, so that each ${unit} has at least ${MIN_PEERS} others.`;
  return outliers.length === 0 ? `No ${unit} cost far more than similar ${unit}s.` : undefined;
}

/** When a bucket is an outlier, in sentences. */
export function outlierRuleText(period: AggregationPeriod): string {
  const unit = PERIOD_UNITS[period];
  return `${capitalized(withArticle(unit))} is listed when it cost at least half more than usual, and the difference is more than ${MIN_DEVIATIONS} times the usual spread and at least half the mean cost of ${withArticle(unit)}. ${capitalized(unit)}s that the range includes only in part are left out.`;
}

const withArticle = (unit: string) => `${unit === 'hour' ? 'an' : 'a'} ${unit}`;

/** What is usual: `the median of 5 other days of this weekday`. */
export function peersText({ kind, buckets }: Peers, period: AggregationPeriod): string {
  const count = buckets.length;
  const others = {
    'hour of the day': counted(count, 'other day at this hour', 'other days at this hour'),
    weekday: counted(count, 'other day of this weekday', 'other days of this weekday'),
    'working day': counted(count, 'other working day'),
    weekend: counted(count, 'other weekend day'),
    period: counted(count, `other ${PERIOD_UNITS[period]}`),
  };
  return `the median of ${others[kind]}`;
}

/** The groups that cost more than usual: `fx $300.00, usually $55.00; light $80.00, usually $20.00.` */
export function causesText(causes: readonly Cause[], nameOf: (group: number) => string): string {
  if (causes.length === 0) return 'All groups cost somewhat more than usual.';
  const parts = causes.map(
    ({ group, costUsd, usualUsd }) =>
      `${nameOf(group)} ${formatMoney(costUsd)}, usually ${usualUsd === 0 ? 'nothing' : formatMoney(usualUsd)}`,
  );
  return `${parts.join('; ')}.`;
}

/** Why an outlier cost so much: the groups that cost more, and whether more was computed or computing was dearer. */
export function outlierText(
  outlier: Outlier,
  causes: readonly Cause[],
  nameOf: (group: number) => string,
): string {
  const factors = factorsText(outlier);
  return `${causesText(causes, nameOf)}${factors ? ` ${factors}` : ''}`;
}

type MarkContext = {
  period: AggregationPeriod;
  segments: readonly OffsetSegment[];
  /** Whether the bar with the mark is the outlier alone. */
  isWholeBar: boolean;
};

/** What a mark in a chart tells: `Outlier: usually $55.00, the median of 5 other days of this weekday.`, and the reason. */
export function markText(
  outlier: Outlier,
  reason: string,
  { period, segments, isWholeBar }: MarkContext,
): string {
  const { bucket, costUsd, usualUsd, peers } = outlier;
  const what = isWholeBar
    ? 'Outlier:'
    : `Outlier ${bucketLabel(bucket.from, period, segments)}: ${formatMoney(costUsd)},`;
  return `${what} usually ${formatMoney(usualUsd)}, ${peersText(peers, period)}. ${reason}`;
}

/** What the marks of a chart mean: `Marked: 2 days that cost far more than similar ones.` */
export const markedText = (count: number, unit: string): string =>
  `Marked: ${counted(count, unit)} that cost far more than similar ones.`;

/** Whether more was computed or computing was dearer; undefined if that is unknown. */
export function factorsText({ hoursFactor, rateFactor }: Outlier): string | undefined {
  if (hoursFactor === undefined || rateFactor === undefined) return undefined;
  return `Compute hours ${factorText(hoursFactor)}, cost of all usage per compute hour ${factorText(rateFactor)}.`;
}

const factorText = (factor: number): string =>
  Math.abs(factor - 1) < 0.1 ? 'as usual' : `${factor.toFixed(1)} times the usual`;
