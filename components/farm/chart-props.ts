import type { ReactNode } from 'react';

/** What every kind of chart draws: rows of amounts by bucket, its axes, and what a bucket's tooltip says. */
export type ChartProps = {
  /** Pixels. */
  width: number;
  height: number;
  /** `from` is the start of a bucket, epoch milliseconds; the rest are amounts by the keys of `series`. */
  rows: ({ from: number } & Record<string, number | null>)[];
  series: { key: string; colour: string }[];
  /** Starts of buckets that get a mark, and what is written there. */
  times: { marks: number[]; format(from: number): string };
  amounts: { marks: number[]; format(amount: number): string };
  /** Tooltip of the bucket that starts there. */
  tooltip(from: number): ReactNode;
};

/** Pixels that the axis of amounts takes. */
export const AMOUNTS_WIDTH = 56;
