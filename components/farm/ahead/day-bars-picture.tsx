import type { AmountAxis } from '@/lib/farm/amount-axis';
import type { MonthDay } from '@/lib/farm/forecast/month-days';
import type { PlotScale } from '@/lib/farm/plot/plot-scale';
import { barExtent, boxesPath } from '@/lib/farm/plot/stacked-bars';
import { DAY } from '@/lib/time/duration';
import { timeTicks } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { Axes } from '../chart/axes';
import { ChartFrame } from '../chart/chart-frame';
import { useChartScale } from '../chart/use-chart-scale';
import classes from './day-bars.module.css';

/** Width of a label of the time axis with the space around it, pixels. */
const TICK_PX = 48;
/** Half the width of the ends of an interval, pixels. */
const END_PX = 3;

/** The size, the axis of amounts and the scale of a picture of days. */
export type DaysPlot = { width: number; height: number; axis: AmountAxis; scale: PlotScale };

type DayBarsPictureProps = { days: readonly MonthDay[]; month: Span; zone: string; plot: DaysPlot };

/** Axes with labels in the middle of days, a bar for each day, and the interval of each expected one. */
export function DayBarsPicture({ days, month, zone, plot }: DayBarsPictureProps) {
  const { left, right } = plot.scale;
  const times = timeTicks(month, zone, Math.max(2, Math.floor((right - left) / TICK_PX)));
  return (
    <ChartFrame plot={plot}>
      <Axes plot={plot} times={times.map(({ at, label }) => ({ at: at + DAY / 2, text: label }))} />
      <Bars {...{ days, plot }} />
    </ChartFrame>
  );
}

function Bars({ days, plot }: Pick<DayBarsPictureProps, 'days' | 'plot'>) {
  const scale = useChartScale(plot.scale);
  if (!scale) return null;
  const boxes = (amountsOf: (day: MonthDay) => [low: number, high: number] | undefined) =>
    boxesPath(
      days.map((day) => {
        const amounts = amountsOf(day);
        if (!amounts) return undefined;
        const [low, high] = amounts.map(scale.y);
        return { ...barExtent(day, scale), y: high ?? 0, height: (low ?? 0) - (high ?? 0) };
      }),
    );
  const intervals = days.map(({ expected, ...day }) => {
    if (!expected) return '';
    const { x, width } = barExtent(day, scale);
    const [from, to] = [scale.y(expected.interval.from), scale.y(expected.interval.to)];
    const middle = x + width / 2;
    const end = `h${END_PX * 2}m${-END_PX} 0`;
    return `M${middle - END_PX} ${to}${end}V${from}m${-END_PX} 0h${END_PX * 2}`;
  });
  return (
    <>
      <path
        className={classes.expected}
        d={boxes(
          ({ knownUsd = 0, expected }) => expected && [knownUsd, Math.max(knownUsd, expected.costUsd)],
        )}
      />
      <path className={classes.known} d={boxes(({ knownUsd }) => (knownUsd ? [0, knownUsd] : undefined))} />
      <path className={classes.interval} d={intervals.join('')} />
    </>
  );
}
