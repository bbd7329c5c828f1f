'use client';

import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { sliderIndex } from '@/components/panel/slider-keys';
import { type CostCurve, type CurveStop, curveStops } from '@/lib/farm/curve/cost-curve';
import { zoneLabel } from '@/lib/time/format';
import classes from './curve.module.css';
import { CurveCursor } from './curve-cursor';
import { CurvePicture } from './curve-picture';
import { curvePlot, nearestStop } from './curve-plot';
import { CurveTable } from './curve-table';

/** Height of the picture with its axes, pixels. */
const HEIGHT = 220;

type CurveChartProps = {
  curve: CostCurve;
  zone: string;
  /** What the curve is, for screen readers. */
  caption: string;
  /** Describes a stop: `24 Nov 2026: $5,012.33 so far`. */
  stopText(stop: CurveStop): string;
};

/** Known and expected amounts over time. The pointer or the arrow keys read it out, and a hidden table has every amount. */
export function CurveChart({ curve, zone, caption, stopText }: CurveChartProps) {
  const { ref, width } = useElementSize();
  const [chosen, setChosen] = useState<number>();
  const stops = curveStops(curve);
  const lastKnown = Math.max(0, curve.known.length - 1);
  const at = chosen === undefined ? undefined : Math.min(chosen, stops.length - 1);
  const plot = curvePlot(curve, width, HEIGHT);
  const read = at === undefined ? undefined : stops[at];
  const shown = read ?? stops[lastKnown];

  const onKeyDown = (event: KeyboardEvent) => {
    const next = sliderIndex(event, at ?? lastKnown, stops.length);
    if (event.key === 'Escape') setChosen(undefined);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  };
  const onPointerMove = ({ clientX, currentTarget }: PointerEvent) =>
    setChosen(nearestStop(stops, plot.scale.instantAt(clientX - currentTarget.getBoundingClientRect().left)));

  return (
    <div>
      <div
        ref={ref}
        className={classes.chart}
        style={{ height: HEIGHT }}
        role="slider"
        tabIndex={0}
        aria-label={caption}
        aria-valuemin={0}
        aria-valuemax={stops.length - 1}
        aria-valuenow={at ?? lastKnown}
        aria-valuetext={shown && stopText(shown)}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setChosen(undefined)}
        onBlur={() => setChosen(undefined)}
      >
        {width > 0 && <CurvePicture {...{ curve, zone, plot }} />}
        {read && <CurveCursor point={read} plot={plot} />}
      </div>
      <div className={classes.under} aria-hidden>
        <span>{shown && stopText(shown)}</span>
        <span>Time: {zoneLabel(zone, curve.span.to - 1)}</span>
      </div>
      <CurveTable {...{ stops, zone, caption }} />
    </div>
  );
}
