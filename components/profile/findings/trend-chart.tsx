'use client';

import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { keyedPart } from '@/components/panel/keyed-part';
import { sliderIndex } from '@/components/panel/slider-keys';
import { PlotOverlay } from '@/components/range/plot/plot-overlay';
import { usePlotPointer } from '@/components/range/plot/use-plot-pointer';
import type { TrendPoint } from '@/lib/profile/range/trend';
import { formatSpan, timeTicks, zoneLabel } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { formatShare } from '../frame-text/format-samples';
import classes from './trend-chart.module.css';
import { nearestPoint, trendLayout } from './trend-layout';

type TrendChartProps = { points: readonly TrendPoint[]; span: Span; zone: string };

const PLOT_PX = 96;
/** Room for the shares left of the plot, and for the times below it. */
const LEFT_PX = 56;
const BELOW_PX = 34;
export const TREND_PX = PLOT_PX + BELOW_PX;
const TICK_PX = 96;

/** A line of shares over time, from 0. The pointer or the arrow keys read single points. */
export function TrendChart({ points, span, zone }: TrendChartProps) {
  const { ref, width: outer } = useElementSize();
  const [index, setIndex] = useState<number>();
  const width = Math.max(0, outer - LEFT_PX);
  const layout = useMemo(() => trendLayout(points, span, { width, height: PLOT_PX }), [points, span, width]);
  const last = points.length - 1;
  const shown = Math.min(index ?? last, last);
  const readPoint = index === undefined ? undefined : points[shown];
  const place = index === undefined ? undefined : layout.places[shown];
  const describe = ({ share, ...at }: TrendPoint) => `${formatShare(share)}, ${formatSpan(at, zone)}`;

  const onKeyDown = (event: KeyboardEvent) => {
    const next = sliderIndex(event, shown, points.length);
    if (next === undefined) return;
    event.preventDefault();
    setIndex(next);
  };
  const current = points[shown];
  const axis = { span, left: LEFT_PX };
  const pointer = usePlotPointer(axis, {
    onPoint: ({ currentTarget, clientX }) =>
      setIndex(nearestPoint(layout, clientX - currentTarget.getBoundingClientRect().left - LEFT_PX)),
    onAway: () => setIndex(undefined),
  });
  const valueAt = (at: number) => {
    const point = points.find(({ from, to }) => from <= at && at < to);
    return point ? formatShare(point.share) : 'no profile';
  };
  return (
    <div ref={ref} className={classes.trend}>
      <div
        role="slider"
        {...keyedPart('trend')}
        tabIndex={0}
        aria-label="Share over time"
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={shown + 1}
        aria-valuetext={current && describe(current)}
        className={classes.chart}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) setIndex(shown);
        }}
        onBlur={() => setIndex(undefined)}
        {...pointer}
      >
        {width > 0 && (
          <svg width={outer} height={TREND_PX} aria-hidden>
            <g transform={`translate(${LEFT_PX} 8)`}>
              {layout.ticks.map((share) => {
                const y = PLOT_PX - (share / (layout.ticks.at(-1) ?? 1)) * PLOT_PX;
                return (
                  <g key={share} transform={`translate(0 ${y})`}>
                    <line className={classes.grid} x2={width} />
                    <text className={classes.tick} x={-8} dy="0.32em" textAnchor="end">
                      {formatShare(share)}
                    </text>
                  </g>
                );
              })}
              {timeTicks(span, zone, Math.max(2, Math.floor(width / TICK_PX)))
                .map(({ at, label }) => ({
                  x: ((at - span.from) / (span.to - span.from)) * width,
                  label,
                }))
                .filter(({ x }) => x > 16 && x < width - 16)
                .map(({ x, label }) => (
                  <text key={x} className={classes.tick} x={x} y={PLOT_PX + 16} textAnchor="middle">
                    {label}
                  </text>
                ))}
              <path className={classes.line} d={layout.line} />
              {layout.isolated.map(({ x, y }) => (
                <circle key={x} className={classes.point} cx={x} cy={y} r={2} />
              ))}
              {place && (
                <>
                  <line className={classes.crosshair} x1={place.x} x2={place.x} y2={PLOT_PX} />
                  <circle className={classes.point} cx={place.x} cy={place.y} r={4} />
                </>
              )}
            </g>
          </svg>
        )}
        <PlotOverlay axis={axis} valueAt={place ? undefined : valueAt} />
      </div>
      <div className={classes.caption}>
        {readPoint ? describe(readPoint) : `Times in ${zoneLabel(zone, span.to)}`}
      </div>
    </div>
  );
}
