import type { Span } from '@/lib/time/range';

/** An amount at an instant, US dollars. */
export type CurvePoint = { at: number; costUsd: number };

/** An expected amount, and the interval in which it is in four of five cases where that is known. */
export type ExpectedPoint = CurvePoint & { interval?: { from: number; to: number } };

/** Amounts over time: known until an instant, expected after it. */
export type CostCurve = {
  /** The time axis. */
  span: Span;
  /** The oldest first. */
  known: readonly CurvePoint[];
  /** Begins where the known ones end; empty without an expectation. */
  expected: readonly ExpectedPoint[];
  /** Amounts that matter, such as a limit. */
  levels: readonly { name: string; costUsd: number }[];
  /** Instants that matter. */
  marks: readonly { name: string; at: number }[];
};

/** A point at which a reader can stop. */
export type CurveStop = ExpectedPoint & { isKnown: boolean };

/** The ends of the days (or other buckets) of a curve in order, each once: where a reader can stop. */
export function curveStops({ known, expected }: CostCurve): CurveStop[] {
  const last = known.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  return [
    ...known.map((point) => ({ ...point, isKnown: true })),
    ...expected.filter(({ at }) => at > last).map((point) => ({ ...point, isKnown: false })),
  ];
}

/** Every amount in a picture of a curve, for its axis. */
export const curveAmounts = ({ known, expected, levels }: CostCurve): number[] => [
  ...known.map(({ costUsd }) => costUsd),
  ...expected.flatMap(({ costUsd, interval }) => (interval ? [interval.from, interval.to] : [costUsd])),
  ...levels.map(({ costUsd }) => costUsd),
];
