import { Bar, BarChart } from 'recharts';
import { ChartFrame, frameOf } from './chart-frame';
import type { ChartShape } from './chart-props';

/** Sums, stacked. */
export function Bars(shape: ChartShape) {
  return (
    <BarChart {...frameOf(shape)} maxBarSize={48}>
      <ChartFrame {...shape} />
      {shape.series.map(({ key, colour }) => (
        <Bar key={key} dataKey={key} fill={colour} stackId="all" isAnimationActive={false} />
      ))}
    </BarChart>
  );
}
