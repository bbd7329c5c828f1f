'use client';

import { AreaChart } from '@mantine/charts';
import { type ChartShape, ROOM } from './chart-shape';

/** Sums of so many buckets that bars could not be told apart, stacked. */
export function Steps(shape: ChartShape) {
  return (
    <AreaChart
      {...shape}
      type="stacked"
      curveType="stepAfter"
      withDots={false}
      withGradient={false}
      fillOpacity={1}
      strokeWidth={0}
      areaProps={{ isAnimationActive: false }}
      areaChartProps={ROOM}
    />
  );
}
