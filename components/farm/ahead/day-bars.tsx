import { VisuallyHidden } from '@mantine/core';
import { amountAxis } from '@/lib/farm/amount-axis';
import { bucketAt } from '@/lib/farm/buckets';
import { dayAmountText, dayText } from '@/lib/farm/forecast/day-text';
import { dayAmounts, type MonthDay } from '@/lib/farm/forecast/month-days';
import { plotScale } from '@/lib/farm/plot/plot-scale';
import { formatDate, zoneLabel } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { plotArea } from '../chart/plot';
import { PointedBand } from '../chart/pointed-bucket';
import { ReadOut } from '../curve/read-out';
import type { DaysPlot } from './day-bars-picture';
import { LazyDayBarsPicture } from './lazy-day-bars-picture';

/** Height of the picture with its axes, pixels. */
const HEIGHT = 148;
const TOP = 8;

type DayBarsProps = { days: readonly MonthDay[]; month: Span; zone: string; caption: string };

/** What each day of a month cost, and what each to come is expected to cost, with its interval. */
export function DayBars({ days, month, zone, caption }: DayBarsProps) {
  const axis = amountAxis(dayAmounts(days), 'costUsd');
  const plotOf = (width: number): DaysPlot => {
    const area = plotArea(axis, { width, height: HEIGHT, top: TOP });
    return { width, height: HEIGHT, axis, scale: plotScale(area, month, axis.marks) };
  };
  const textOf = (place: number) => {
    const day = days[place];
    return day ? dayText(day, zone) : '';
  };
  const lastKnown = days.findLastIndex(({ knownUsd }) => knownUsd !== undefined);
  return (
    <div>
      <ReadOut
        {...{ caption, plotOf, textOf }}
        height={HEIGHT}
        count={days.length}
        usual={Math.max(0, lastKnown)}
        placeAt={(instant) => bucketAt(days, instant) ?? (instant < month.from ? 0 : days.length - 1)}
        note={`Time: ${zoneLabel(zone, month.to - 1)}`}
        draw={(plot) => <LazyDayBarsPicture {...{ days, month, zone, plot }} />}
        drawCursor={(plot, place) => {
          const day = days[place];
          return day && <PointedBand bucket={day} plot={plot} />;
        }}
      />
      <VisuallyHidden>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Cost</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.from}>
                <th scope="row">{formatDate((day.from + day.to) / 2, zone)}</th>
                <td>{dayAmountText(day)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </div>
  );
}
