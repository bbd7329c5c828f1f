import { useMemo } from 'react';
import { useXAxisScale, useYAxisScale } from 'recharts';
import type { PlotScale } from '@/lib/farm/plot/plot-scale';

/** The scale of a layer inside of a chart: places by the axes of recharts; undefined until recharts has laid them out. */
export function useChartScale(scale: PlotScale): PlotScale | undefined {
  const x = useXAxisScale();
  const y = useYAxisScale();
  return useMemo(
    () =>
      x &&
      y && {
        ...scale,
        x: (instant) => x(instant) ?? Number.NaN,
        y: (amount) => y(amount) ?? Number.NaN,
      },
    [scale, x, y],
  );
}
