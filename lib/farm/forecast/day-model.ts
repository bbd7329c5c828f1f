import { dot, type Fit, leastSquares } from './least-squares';

/** A day's cost in US dollars. Weekdays count from 0 for Sunday. */
export type DayCost = { weekday: number; costUsd: number };

/** Fewer days show no pattern of the week. */
const MIN_PATTERN_DAYS = 21;
/** Fewer days are not forecast. */
export const MIN_DAYS = 7;

/** The sum of some days to come, and its standard error, US dollars. */
export type Prediction = { costUsd: number; standardError: number };

/** A model of the costs of days: a level, a trend and, given three weeks, a difference for each weekday. */
export class DayModel {
  readonly #fit: Fit;
  readonly #hasPattern: boolean;
  readonly #length: number;

  private constructor(fit: Fit, hasPattern: boolean, length: number) {
    this.#fit = fit;
    this.#hasPattern = hasPattern;
    this.#length = length;
  }

  /** Fits the model to consecutive days, oldest first; undefined when they are too few. */
  static of(days: readonly DayCost[]): DayModel | undefined {
    if (days.length < MIN_DAYS) return undefined;
    const hasPattern = days.length >= MIN_PATTERN_DAYS;
    const rows = days.map(({ weekday }, day) => predictors(day, weekday, hasPattern));
    const fit = leastSquares(
      rows,
      days.map(({ costUsd }) => costUsd),
    );
    return fit && new DayModel(fit, hasPattern, days.length);
  }

  /**
   * Predicts the sum of the days after the last, given their weekdays. Its variance is that of the days themselves and of the
   * fitted model: σ² (n + xᵀ (XᵀX)⁻¹ x), where x sums the predictors of the n days.
   */
  sumOfNext(weekdays: readonly number[]): Prediction {
    const { coefficients, variance, inverse } = this.#fit;
    const rows = weekdays.map((weekday, i) => predictors(this.#length + i, weekday, this.#hasPattern));
    const sums = coefficients.map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0));
    const ofModel = dot(
      sums,
      inverse.map((row) => dot(row, sums)),
    );
    return {
      costUsd: rows.reduce((sum, row) => sum + Math.max(0, dot(row, coefficients)), 0),
      standardError: Math.sqrt(variance * (weekdays.length + ofModel)),
    };
  }
}

/** Level, trend, and one indicator for each weekday but Sunday, whose difference is part of the level. */
const predictors = (day: number, weekday: number, hasPattern: boolean): number[] => [
  1,
  day,
  ...(hasPattern ? [1, 2, 3, 4, 5, 6].map((each) => (each === weekday ? 1 : 0)) : []),
];
