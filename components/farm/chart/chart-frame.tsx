import type { ReactNode } from 'react';
import { ComposedChart } from 'recharts';
import type { PlotScale } from '@/lib/farm/plot/plot-scale';

type ChartFrameProps = {
  plot: { scale: PlotScale; width: number; height: number };
  data?: readonly object[];
  children: ReactNode;
};

/** The pointer and the keys belong to what is around a chart. */
const STYLE = { pointerEvents: 'none' } as const;

/** A chart of recharts with the margins of a plot, without the pointer, the keys and the tooltip of recharts. */
export const ChartFrame = ({ plot: { scale, width, height }, data, children }: ChartFrameProps) => (
  <ComposedChart
    width={width}
    height={height}
    margin={{ top: scale.top, right: width - scale.right, bottom: 0, left: 0 }}
    accessibilityLayer={false}
    style={STYLE}
    data={data}
    aria-hidden
  >
    {children}
  </ComposedChart>
);
