import { Line, LineChart } from 'recharts';
import { ChartFrame, frameOf } from './chart-frame';
import type { ChartProps } from './chart-props';

/** What can't be stacked, with a gap where there is none. */
export function Lines({ withDots, ...shape }: ChartProps & { withDots: boolean }) {
  return (
    <LineChart {...frameOf(shape)}>
      <ChartFrame {...shape} />
      {shape.series.map(({ key, colour }) => (
        <Line
          key={key}
          dataKey={key}
          type="linear"
          stroke={colour}
          strokeWidth={1.5}
          dot={withDots && { r: 2.5, fill: colour, stroke: 'none' }}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}
