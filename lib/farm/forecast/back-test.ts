import { type DayCost, DayModel } from './day-model';

/** Origins from which the past is forecast. */
const MAX_ORIGINS = 28;

/**
 * How far off a forecast of `horizon` days was in the past, as a part of the actual cost: the mean over the origins of the
 * last weeks, each forecast from the days before it alone. Undefined when no origin has enough days around it.
 */
export function backTestError(days: readonly DayCost[], horizon: number): number | undefined {
  const errors: number[] = [];
  for (let origin = days.length - horizon; origin > 0 && errors.length < MAX_ORIGINS; origin--) {
    const model = DayModel.of(days.slice(0, origin));
    if (!model) break;
    const actualDays = days.slice(origin, origin + horizon);
    const actual = actualDays.reduce((sum, { costUsd }) => sum + costUsd, 0);
    const { costUsd } = model.sumOfNext(actualDays.map(({ weekday }) => weekday));
    if (actual > 0) errors.push(Math.abs(costUsd - actual) / actual);
  }
  return errors.length > 0 ? errors.reduce((sum, error) => sum + error, 0) / errors.length : undefined;
}
