import { boundedPeriod } from '../plan/periods';
import type { CostQuery } from '../plan/plan-aggregations';
import { sharedSpan } from '../plan/shared-span';
import type { Budget } from './budget';
import { burnDownSource } from './open-budget';

/**
 * The costs of a budget's queue by days, from the budget's start until its end or now. Undefined for a budget that has not started, or
 * whose queue or schedule is unknown.
 */
export function burnDownQuery(
  farmId: string,
  budget: Budget,
  now: number,
  zone: string,
): CostQuery | undefined {
  const source = burnDownSource(budget, now);
  if (!source) return undefined;
  const { queueId, schedule } = source;
  const whole = { from: schedule.from, to: Math.min(now, schedule.to) };
  const { period } = boundedPeriod(whole, 'DAILY');
  return {
    ...{ farmId, ...sharedSpan(whole, period), zone, period },
    ...{ keys: ['USAGE_TYPE'], statistics: ['SUM'], resources: { kind: 'queue', ids: [queueId] } },
  };
}
