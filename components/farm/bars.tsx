'use client';

import { BarChart } from '@mantine/charts';
import { type ChartShape, ROOM } from './chart-shape';

/** Sums, stacked. */
export function Bars(shape: ChartShape) {
  return (
    <BarChart
      {...shape}
      type="stacked"
      maxBarWidth={48}
      barProps={{ isAnimationActive: false }}
      barChartProps={ROOM}
    />
  );
}
