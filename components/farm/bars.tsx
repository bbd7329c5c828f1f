import { Bar, BarChart } from 'recharts';
import { ChartFrame, frameOf } from './chart-frame';
import type { ChartProps } from './chart-props';

/** Stacked sums. */
export function Bars(chart: ChartProps) {
  return (
    <BarChart {...frameOf(chart)} data={chart.rows} maxBarSize={48}>
      <ChartFrame {...chart} />
      {chart.series.map(({ key, colour }) => (
        <Bar key={key} dataKey={key} fill={colour} stackId="all" isAnimationActive={false} />
      ))}
    </BarChart>
  );
}
