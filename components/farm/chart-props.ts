import type { ReactNode } from 'react';

/** What every kind of chart takes: amounts by bucket, axes, and the tooltip of a bucket. */
export type ChartProps = {
  /** Pixels. */
  width: number;
  height: number;
  /** `from` is the start of a bucket, epoch milliseconds; the rest are amounts by the keys of `series`. */
  rows: ({ from: number } & Record<string, number | null>)[];
  series: { key: string; colour: string }[];
  /** Starts of the buckets with a label, and the label. */
  times: { marks: number[]; format(from: number): string };
  amounts: { marks: number[]; format(amount: number): string };
  /** Tooltip of the bucket that starts at `from`. */
  tooltip(from: number): ReactNode;
};

/** Width of the axis of amounts in pixels. */
export const AMOUNTS_WIDTH = 56;
