import { formatInstant } from '@/lib/time/format';
import { formatMoney } from '../amounts';
import type { CurveStop } from '../curve/cost-curve';
import { stopAmount } from '../curve/curve-text';
import type { Budget } from './budget';
import { type BurnDown, fallTo } from './burn-down';

/** What is left at a stop of a burn-down, or how much more than the limit is used: `Until 5 Nov 2026, 00:00 UTC: $12.00 left`. */
export function leftText({ at, costUsd, isKnown }: CurveStop, zone: string): string {
  const amount = stopAmount({ costUsd: Math.abs(costUsd), isKnown });
  return `Until ${formatInstant(at, zone)}: ${amount} ${costUsd < 0 ? 'over the limit' : 'left'}`;
}

/** What the lines of a burn-down are, and when the budget was used up, in sentences. Costs are known until `until`. */
export function burnDownText(
  { usedUsd }: Budget,
  { curve, summedUsd }: BurnDown,
  until: number,
  zone: string,
): string {
  const usedUp = fallTo(0, curve.known);
  const reported = `AWS reports ${formatMoney(usedUsd)} as used`;
  return [
    `The solid line subtracts the cost of the queue’s sessions, ${formatMoney(summedUsd)} until ${formatInstant(until, zone)}.`,
    ...(usedUp ? [`By these costs the budget was used up by ${formatInstant(usedUp.to, zone)}.`] : []),
    curve.expected.length > 0
      ? `${reported}, from which the dashed line continues at the pace so far: the mean since the start. The forecast of the month is computed differently, from weekdays and the last eight weeks, so the two can differ.`
      : `${reported}.`,
  ].join(' ');
}
