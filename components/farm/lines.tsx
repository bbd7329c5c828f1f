import { Line, LineChart } from 'recharts';
import { ChartFrame, frameOf } from './chart-frame';
import type { ChartProps } from './chart-props';

/** Amounts that can't be stacked, with gaps where there are none. Dots show those between two gaps. */
export function Lines(chart: ChartProps) {
  return (
    <LineChart {...frameOf(chart)} data={chart.rows}>
      <ChartFrame {...chart} />
      {chart.series.map(({ key, colour }) => (
        <Line
          key={key}
          dataKey={key}
          type="linear"
          stroke={colour}
          strokeWidth={1.5}
          dot={{ r: 2.5, fill: colour, stroke: 'none' }}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}
