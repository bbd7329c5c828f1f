import type { AreaChartProps, BarChartProps } from '@mantine/charts';

/** What all kinds of chart are given: size, rows, series and axes. */
export type ChartShape = Pick<
  AreaChartProps & BarChartProps,
  | 'h'
  | 'data'
  | 'dataKey'
  | 'series'
  | 'tickLine'
  | 'strokeDasharray'
  | 'xAxisLabel'
  | 'xAxisProps'
  | 'yAxisProps'
  | 'tooltipProps'
>;

/** Pixels around the grid: above for half of its highest mark, below for the axis' name. */
export const ROOM = { margin: { top: 8, right: 5, bottom: 30, left: 5 } };
