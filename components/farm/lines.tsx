'use client';

import { LineChart } from '@mantine/charts';
import { type ChartShape, ROOM } from './chart-shape';

/** What can't be stacked, with a gap where there is none. */
export function Lines({ withDots, ...shape }: ChartShape & { withDots: boolean }) {
  return (
    <LineChart
      {...shape}
      curveType="linear"
      connectNulls={false}
      strokeWidth={1.5}
      withDots={withDots}
      dotProps={{ r: 2.5 }}
      lineProps={{ isAnimationActive: false }}
      lineChartProps={ROOM}
    />
  );
}
