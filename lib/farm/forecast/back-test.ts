import { type DayCost, DayModel, MIN_PATTERN_DAYS } from './day-model';

/** Origins from which the past is forecast. */
const MAX_ORIGINS = 28;

/**
 * How far off forecasts of `horizon` days were in the past, as a part of the actual cost: the errors of all origins of the last weeks,
 * each forecast from the days before it alone, over the costs of the same days. Undefined when no origin has enough days around it:
 * once there are three weeks, only origins that have as many count, because the method is another one with fewer.
 */
export function backTestError(
  days: readonly DayCost[],
  horizon: number,
  hasTrend: boolean,
): number | undefined {
  const minOrigin = days.length >= MIN_PATTERN_DAYS ? MIN_PATTERN_DAYS : 1;
  let [count, errors, costs] = [0, 0, 0];
  for (let origin = days.length - horizon; origin >= minOrigin && count < MAX_ORIGINS; origin--) {
    const model = DayModel.of(days.slice(0, origin), hasTrend);
    if (!model) break;
    const actualDays = days.slice(origin, origin + horizon);
    const actual = actualDays.reduce((sum, { costUsd }) => sum + costUsd, 0);
    const { costUsd } = model.sumOfNext(actualDays.map(({ weekday }) => weekday));
    count += 1;
    errors += Math.abs(costUsd - actual);
    costs += actual;
  }
  return costs > 0 ? errors / costs : undefined;
}
