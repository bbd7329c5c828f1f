import { formatNumber } from '@/lib/answer/format-number';
import type { Span } from '@/lib/time/range';
import type { CostCurve, CurvePoint, ExpectedPoint } from '../curve/cost-curve';
import { bucketSums } from '../rows/bucket-sums';
import type { CostRows } from '../rows/cost-rows';
import type { Budget } from './budget';
import { outlookOf } from './outlook';
import { type Threshold, thresholdsOf } from './thresholds';

/** A threshold, and the bucket in which the costs since the budget's start reached it. */
export type Crossing = { threshold: Threshold; span: Span };

/** What is left of a budget over time. */
export type BurnDown = {
  curve: CostCurve;
  /** Cost of the sessions in the rows. AWS's own figure of a budget is approximate. */
  summedUsd: number;
  /** The thresholds that these costs reached, the lowest first. */
  crossings: readonly Crossing[];
};

/**
 * What was left of a budget at the end of each of its days, from the rows of its queue until `to`, and what will be left at its pace:
 * the dashed line starts at what AWS itself reports as used. Undefined without a schedule.
 */
export function burnDown(budget: Budget, rows: CostRows, to: number, asOf: number): BurnDown | undefined {
  const { limitUsd, usedUsd, details } = budget;
  const schedule = details?.schedule;
  if (!schedule) return undefined;
  const costs = bucketSums(rows, 'costUsd');
  const known: CurvePoint[] = [{ at: schedule.from, costUsd: limitUsd }];
  let summedUsd = 0;
  for (const [at, span] of rows.buckets.spans.entries()) {
    summedUsd += costs[at] ?? 0;
    known.push({ at: Math.min(span.to, to), costUsd: limitUsd - summedUsd });
  }
  const outlook = outlookOf(budget, asOf);
  const now = { at: asOf, costUsd: limitUsd - usedUsd };
  const end = endOf(outlook, limitUsd, schedule.to);
  return {
    summedUsd,
    crossings: thresholdsOf(budget, asOf).flatMap((threshold) => {
      const span = fallTo(limitUsd - threshold.amountUsd, known);
      return span ? [{ threshold, span }] : [];
    }),
    curve: {
      span: schedule,
      known,
      expected: end ? [now, end] : [],
      levels: levelsOf(budget, asOf),
      marks: outlook.kind === 'runs out' ? [{ name: 'runs out', at: outlook.at }] : [],
    },
  };
}

/** The part of a curve in which it first falls to an amount; undefined if it doesn't, or begins there. */
export function fallTo(leftUsd: number, known: readonly CurvePoint[]): Span | undefined {
  const at = known.findIndex(({ costUsd }) => costUsd <= leftUsd);
  const [before, reached] = [known[at - 1], known[at]];
  return before && reached && { from: before.at, to: reached.at };
}

/** Where the dashed line ends: at nothing left, or at the end of the schedule. */
function endOf(
  outlook: ReturnType<typeof outlookOf>,
  limitUsd: number,
  scheduleEnd: number,
): ExpectedPoint | undefined {
  if (outlook.kind === 'runs out') return { at: outlook.at, costUsd: 0 };
  if (outlook.kind === 'lasts') return { at: scheduleEnd, costUsd: limitUsd - outlook.usedUsd };
  return undefined;
}

/** The thresholds, each amount once: a budget can have two actions at one. */
const levelsOf = (budget: Budget, asOf: number): CostCurve['levels'] => {
  const names = new Map(
    thresholdsOf(budget, asOf).map(({ percent, amountUsd }) => [
      budget.limitUsd - amountUsd,
      `${formatNumber(percent, 2)} % used`,
    ]),
  );
  return Array.from(names, ([costUsd, name]) => ({ name, costUsd }));
};
