import { Bar, BarChart } from 'recharts';
import { ChartFrame, frameOf } from './chart-frame';
import type { ChartProps } from './chart-props';

/** Sums, stacked. */
export function Bars(shape: ChartProps) {
  return (
    <BarChart {...frameOf(shape)} maxBarSize={48}>
      <ChartFrame {...shape} />
      {shape.series.map(({ key, colour }) => (
        <Bar key={key} dataKey={key} fill={colour} stackId="all" isAnimationActive={false} />
      ))}
    </BarChart>
  );
}
