import { Area, AreaChart } from 'recharts';
import { ChartFrame, frameOf } from './chart-frame';
import type { ChartProps } from './chart-props';

/** Sums of so many buckets that bars could not be told apart, stacked. */
export function Steps(shape: ChartProps) {
  return (
    <AreaChart {...frameOf(shape)}>
      <ChartFrame {...shape} />
      {shape.series.map(({ key, colour }) => (
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
