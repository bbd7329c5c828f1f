import { dot, type Fit } from './least-squares';
import { robustFit } from './robust-fit';

/** A day's cost in US dollars. Weekdays count from 0 for Sunday. */
export type DayCost = { weekday: number; costUsd: number };

/** Fewer days show no pattern of the week. */
export const MIN_PATTERN_DAYS = 21;
/** Fewer days are not forecast. */
const MIN_DAYS = 7;

/** The sum of some days to come, and its standard error, US dollars. */
type Prediction = { costUsd: number; standardError: number };

/** Whether a model has a trend, and differences for the weekdays. */
type Shape = { hasTrend: boolean; hasPattern: boolean };

/** A model of the costs of days: a level, a trend if wanted and, given three weeks, a difference for each weekday. */
export class DayModel {
  readonly #fit: Fit;
  readonly #shape: Shape;
  readonly #length: number;

  private constructor(fit: Fit, shape: Shape, length: number) {
    this.#fit = fit;
    this.#shape = shape;
    this.#length = length;
  }

  /** Fits the model to consecutive days, oldest first; undefined when they are too few. */
  static of(days: readonly DayCost[], hasTrend: boolean): DayModel | undefined {
    if (days.length < MIN_DAYS) return undefined;
    const shape = { hasTrend, hasPattern: days.length >= MIN_PATTERN_DAYS };
    const rows = days.map(({ weekday }, day) => predictors(day, weekday, shape));
    const fit = robustFit(
      rows,
      days.map(({ costUsd }) => costUsd),
    );
    return fit && new DayModel(fit, shape, days.length);
  }

  /**
   * Predicts the sum of the days that follow the last one and `skipped` others, given their weekdays. Its variance is that of the days
   * themselves and of the fitted model: σ² (n + xᵀ (XᵀX)⁻¹ x), where x sums the predictors of the n days.
   */
  sumOfNext(weekdays: readonly number[], skipped = 0): Prediction {
    const { coefficients, variance, inverse } = this.#fit;
    const rows = weekdays.map((weekday, i) => predictors(this.#length + skipped + i, weekday, this.#shape));
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
const predictors = (day: number, weekday: number, { hasTrend, hasPattern }: Shape): number[] => [
  1,
  ...(hasTrend ? [day] : []),
  ...(hasPattern ? [1, 2, 3, 4, 5, 6].map((each) => (each === weekday ? 1 : 0)) : []),
];
