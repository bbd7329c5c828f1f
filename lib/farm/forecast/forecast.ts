import { backTestError } from './back-test';
import { type DayCost, DayModel } from './day-model';

/** A forecast with a larger back-test error would mislead. */
export const MAX_ERROR = 0.35;

/** 80 % of a normal distribution are within this many standard errors. */
const INTERVAL_ERRORS = 1.2816;

/** Of a normal distribution: from the mean absolute error to the standard error. */
const STANDARD_PER_MEAN_ERROR = Math.sqrt(Math.PI / 2);

/** An expected cost, US dollars. */
export type ExpectedCost = {
  costUsd: number;
  /** In four of five cases the cost is in here. */
  interval: { from: number; to: number };
};

/** The cost of a month up to its end. */
export type Forecast = ExpectedCost & {
  /** Up to the end of today and of each day to come: what was spent, and what is expected to be added. The last is that of the month. */
  days: readonly ExpectedCost[];
  /** Of today and of each day to come alone. Together with what was spent before they are the month. */
  daysAlone: readonly ExpectedCost[];
  /** Error of equally long forecasts in the past, as a part of the cost of their days. */
  error: number;
  hasTrend: boolean;
};

export type ForecastProblem = 'too few days' | 'too uncertain';

type ForecastInput = {
  /** The days that have ended, oldest first and without a gap; a day without sessions costs 0. */
  days: readonly DayCost[];
  /** What the month's days cost so far, today included, US dollars. */
  spentUsd: number;
  /** What today has cost so far, US dollars. */
  todayUsd: number;
  /** Weekdays of today and the days to come in the month. */
  weekdays: readonly number[];
};

/**
 * Forecasts a month's cost from a level, the pattern of weekdays and, if that would have been better in the past, the trend of the days
 * before. Today counts at least what it has cost so far. The interval's variance is that of the model, which takes
 * days as independent, or its mean with that of errors in the past if they were larger. Hidden when they were too large.
 */
export function forecastMonth({
  days,
  spentUsd,
  todayUsd,
  weekdays,
}: ForecastInput): Forecast | ForecastProblem {
  const horizon = Math.max(1, weekdays.length);
  const [level, trend] = [false, true].map((hasTrend) => backTestError(days, horizon, hasTrend));
  if (level === undefined || trend === undefined) return 'too few days';
  const hasTrend = trend < level;
  const error = hasTrend ? trend : level;
  if (error > MAX_ERROR) return 'too uncertain';
  const model = DayModel.of(days, hasTrend);
  if (!model) return 'too few days';
  const before = spentUsd - todayUsd;
  const whole = model.sumOfNext(weekdays);
  const ofModel = whole.standardError / whole.costUsd;
  const ofPast = STANDARD_PER_MEAN_ERROR * error;
  const widening = Math.max(
    1,
    Math.hypot(ofModel, ofPast) / Math.SQRT2 / (ofModel || Number.POSITIVE_INFINITY),
  );
  const errorsPerCase = INTERVAL_ERRORS * widening;
  const today = model.sumOfNext(weekdays.slice(0, 1)).costUsd;
  // What today costs above its expectation adds to the month: the days to come don't become cheaper for it.
  const surplus = Math.max(0, todayUsd - today);
  const daysAlone = weekdays.map((weekday, at) => {
    const { costUsd, standardError } = model.sumOfNext([weekday], at);
    const [expected, least] = at === 0 ? [costUsd + surplus, todayUsd] : [costUsd, 0];
    return around(expected, errorsPerCase * standardError, least);
  });
  const ahead = weekdays.map((_, at) => {
    const { costUsd, standardError } = model.sumOfNext(weekdays.slice(0, at + 1));
    return around(before + costUsd + surplus, errorsPerCase * standardError, before + todayUsd);
  });
  const last = ahead.at(-1);
  return last ? { ...last, days: ahead, daysAlone, error, hasTrend } : 'too few days';
}

/** An expected cost, and the interval around it, which begins at least at `least`. */
const around = (costUsd: number, spread: number, least: number): ExpectedCost => ({
  costUsd,
  interval: { from: Math.max(least, costUsd - spread), to: costUsd + spread },
});
