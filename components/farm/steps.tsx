import { Area, AreaChart } from 'recharts';
import { ChartFrame, frameOf } from './chart-frame';
import type { ChartProps } from './chart-props';

/** Stacked sums of more buckets than bars could show. */
export function Steps(chart: ChartProps) {
  return (
    <AreaChart {...frameOf(chart)} data={chart.rows}>
      <ChartFrame {...chart} />
      {chart.series.map(({ key, colour }) => (
        <Area
          key={key}
          dataKey={key}
          type="stepAfter"
          stackId="all"
          fill={colour}
          fillOpacity={1}
          stroke="none"
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
    </AreaChart>
  );
}
