import { type CostCurve, type CurveStop, curveStops } from '@/lib/farm/curve/cost-curve';
import { zoneLabel } from '@/lib/time/format';
import { CurveCursor } from './curve-cursor';
import { curvePlot, nearestStop } from './curve-plot';
import { CurveTable } from './curve-table';
import { LazyCurvePicture } from './lazy-curve-picture';
import { ReadOut } from './read-out';

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
  const stops = curveStops(curve);
  const textOf = (place: number) => {
    const stop = stops[place];
    return stop ? stopText(stop) : '';
  };
  return (
    <div>
      <ReadOut
        {...{ caption, textOf }}
        height={HEIGHT}
        count={stops.length}
        usual={Math.max(0, curve.known.length - 1)}
        plotOf={(width) => curvePlot(curve, width, HEIGHT)}
        placeAt={(instant) => nearestStop(stops, instant)}
        note={`Time: ${zoneLabel(zone, curve.span.to - 1)}`}
        draw={(plot) => <LazyCurvePicture {...{ curve, zone, plot }} />}
        drawCursor={(plot, place) => {
          const point = stops[place];
          return point && <CurveCursor {...{ point, plot }} />;
        }}
      />
      <CurveTable {...{ stops, zone, caption }} />
    </div>
  );
}
