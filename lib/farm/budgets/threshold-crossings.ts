import { formatNumber } from '@/lib/answer/format-number';
import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { formatMoney } from '../amounts';
import { bucketLabel, bucketZoneLabel } from '../bucket-labels';
import { PERIOD_UNITS } from '../labels';
import type { AggregationPeriod } from '../session-statistics';
import type { Costs } from '../stream/collect-costs';
import { type Budget, budgetName } from './budget';
import { burnDown } from './burn-down';
import { type BudgetToDate, reachedThresholds } from './threshold-costs';

/** A threshold that was crossed in a bucket, usually a day. */
export type ThresholdCrossing = Span & {
  id: string;
  budgetId: string;
  /** `80 % of fx, November ($800.00)` */
  name: string;
  /** `crossed on 12 Nov 2026, by costs per day in UTC` */
  when: string;
  /** What is known about it besides, in sentences. */
  details: string;
};

type Dating = {
  /** The range of the chart. */
  span: Span;
  now: number;
  zone: string;
  /** When AWS reported the budgets. */
  asOf: number;
};

/**
 * When a budget crossed the thresholds that AWS reports as reached, by the costs of its burn-down: those crossed in buckets of a span,
 * and a sentence if the costs don't tell.
 */
export function thresholdCrossings(
  { budget, query: { period } }: BudgetToDate,
  { rows, isCut }: Pick<Costs, 'rows' | 'isCut'>,
  { span, now, zone, asOf }: Dating,
): { crossings: ThresholdCrossing[]; notes: string[] } {
  const name = budgetName(budget);
  if (isCut)
    return {
      crossings: [],
      notes: [`When ${name} crossed its thresholds is unknown: there are too many rows to sum its cost.`],
    };
  const { segments } = rows.buckets;
  const until = segments.at(-1)?.to ?? span.to;
  const found = burnDown(budget, rows, until, asOf)?.crossings ?? [];
  const reached = reachedThresholds(budget, asOf);
  const dated = found.filter(({ threshold: { id } }) => reached.some((each) => each.id === id));
  const missing = reached.filter(({ id }) => !dated.some(({ threshold }) => threshold.id === id));
  const isToNow = span.to >= Math.min(now, budget.details?.schedule?.to ?? now);
  const per = `per ${PERIOD_UNITS[period]} in ${bucketZoneLabel(zone, segments)}`;
  return {
    crossings: dated
      .filter(({ span: within }) => within.from < span.to && within.to > span.from)
      .map(({ threshold: { id, percent, amountUsd, effect }, span: within }) => ({
        id: `${budget.budgetId} ${id}`,
        budgetId: budget.budgetId,
        ...within,
        name: `${formatNumber(percent, 2)} % of ${name} (${formatMoney(amountUsd)})`,
        when: `crossed ${bucketText(bucketLabel(within.from, period, segments), period)}, by costs ${per}`,
        details: [
          'These are the costs of the sessions of its queue since its start.',
          usedText(budget),
          ...(within.from < span.from || within.to > span.to
            ? [`This range has only a part of that ${PERIOD_UNITS[period]}.`]
            : []),
          `Action: ${effect}.`,
        ].join(' '),
      })),
    notes:
      isToNow && missing.length > 0
        ? [
            `When ${name} crossed ${missing.map(({ percent }) => `${formatNumber(percent, 2)} %`).join(' and ')} is unknown: the costs of its queue’s sessions until ${formatInstant(until, zone)} are less. ${usedText(budget)}`,
          ]
        : [],
  };
}

const usedText = ({ usedUsd, limitUsd }: Budget) =>
  `AWS reports ${formatMoney(usedUsd)} of ${formatMoney(limitUsd)} as used.`;

const bucketText = (label: string, period: AggregationPeriod): string => {
  if (period === 'WEEKLY') return `in the ${label.replace('Week', 'week')}`;
  return period === 'DAILY' ? `on ${label}` : `in ${label}`;
};
