import { counted } from '@/lib/answer/counted';
import { formatAmount } from './amounts';
import { stepText } from './bars/bar-steps';
import { GROUP_KEY_LABELS, PERIOD_LABELS, PERIOD_UNITS, STATISTIC_LABELS } from './labels';
import type { Series } from './series';
import type { AggregationPeriod, GroupKey, Statistic } from './session-statistics';
import { isAdditive } from './statistics';
import type { Costs } from './stream/collect-costs';

/** The figure of a chart, which is of the whole range, and what a bar of it is: `$1,204.18 in the range · one bar per day`. */
export function figureText(
  { total, measure, statistic, step }: Pick<Series, 'total' | 'measure' | 'statistic' | 'step'>,
  { isCut, rowCount }: Pick<Costs, 'isCut' | 'rowCount'>,
): string {
  const amount = total === undefined ? '–' : formatAmount(total, measure);
  const of = statistic === 'SUM' ? '' : ` ${ofRecord(statistic)}`;
  const where = isCut ? `in the first ${counted(rowCount, 'row')}` : 'in the range';
  const mark = isAdditive(statistic) ? 'bar' : 'point';
  return `${amount}${of} ${where} · one ${mark} per ${stepText(step)}`;
}

/** Why bars are longer than the period of the figures: `The figures are daily, but single days don’t fit: each bar is a week.` */
export function coarserText(
  { statistic, step }: Pick<Series, 'statistic' | 'step'>,
  period: AggregationPeriod,
): string | undefined {
  if (step.period === period && step.count === 1) return undefined;
  const mark = isAdditive(statistic) ? 'bar' : 'point';
  const length = step.count === 1 ? `a ${stepText(step)}` : stepText(step);
  return `The figures are ${PERIOD_LABELS[period].toLowerCase()}, but single ${PERIOD_UNITS[period]}s don’t fit: each ${mark} is ${length}.`;
}

/** What a chart shows: `Cost, average of a usage record, per day by queue`. */
export function captionText(
  title: string,
  { statistic, step }: Pick<Series, 'statistic' | 'step'>,
  keys: readonly GroupKey[],
): string {
  const of = statistic === 'SUM' ? '' : `, ${ofRecord(statistic)}`;
  const by = keys.map((key) => GROUP_KEY_LABELS[key].toLowerCase()).join(' and ');
  return `${title}${of}, per ${stepText(step)} by ${by}`;
}

const ofRecord = (statistic: Statistic) => `${STATISTIC_LABELS[statistic].toLowerCase()} of a usage record`;
