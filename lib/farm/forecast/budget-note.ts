import { counted } from '@/lib/answer/counted';
import type { MonthBudget } from './month-budget';

/**
 * Why the picture of a month has no line of budgets for `count` queues, in sentences; where it has one, how the forecast and the paces
 * of the budgets are related. Nothing while they load.
 */
export function budgetNote(budget: MonthBudget | undefined, count: number, error: Error | null): string {
  if (count === 0) return 'Budgets are of whole queues, so the picture has no limit.';
  if (!budget) return error ? `The budgets could not be read. ${error.message}` : '';
  const { queueCount, unknownCount } = budget;
  if (queueCount === count) return PACE;
  const isSure = unknownCount === 0;
  const unknown = isSure ? '' : ` ${unknownText(unknownCount)}`;
  if (queueCount === 0)
    return `No budget ${isSure ? 'is' : 'is known to be'} for exactly this month.${unknown}`;
  const [has, isKnown] = queueCount === 1 ? ['has', 'is'] : ['have', 'are'];
  const some = `Only ${queueCount} of ${counted(count, 'queue')} ${isSure ? has : `${isKnown} known to have`}`;
  return `${some} a budget for exactly this month, so the picture has no limit.${unknown}`;
}

const PACE =
  'The pace of each budget below is computed differently, as the mean since its start, so it can differ from this forecast.';

const unknownText = (count: number): string =>
  count === 1 ? 'The schedule of 1 budget is unknown.' : `The schedules of ${count} budgets are unknown.`;
