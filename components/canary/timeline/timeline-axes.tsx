import type { DurationScale } from '@/lib/canary/plot/duration-scale';
import { PLOT_HEIGHT, RETRIES_HEIGHT } from '@/lib/canary/plot/plot-size';
import { hasClockChange } from '@/lib/time/clock-change';
import { formatZoneAt, timeTicks, zoneLabel } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import classes from './timeline-axes.module.css';

const TICK_PX = 90;
const BASE = PLOT_HEIGHT + RETRIES_HEIGHT;

type TimelineAxesProps = {
  span: Span;
  zone: string;
  width: number;
  /** Undefined without runs. */
  scale: DurationScale | undefined;
};

/** Durations on the left, times below, and the name of the zone. Where clocks change, each time has its own offset. */
export function TimelineAxes({ span, zone, width, scale }: TimelineAxesProps) {
  const changes = hasClockChange(span, zone);
  const label = changes ? zone : width > 500 ? zoneLabel(zone, span.to) : formatZoneAt(span.to, zone);
  const room = width - label.length * 6.5 - (changes ? 48 : 26);
  const count = Math.max(2, Math.floor(width / (changes ? 1.3 * TICK_PX : TICK_PX)));
  return (
    <g className={classes.axis} aria-hidden>
      {scale?.ticks.map(({ ms, label: text }) => {
        const y = PLOT_HEIGHT - scale.share(ms) * PLOT_HEIGHT;
        return (
          <g key={ms}>
            <line x2={width} y1={y} y2={y} />
            <text x={-8} y={y} dy="0.32em" textAnchor="end">
              {text}
            </text>
          </g>
        );
      })}
      {timeTicks(span, zone, count).map(({ at, label: text }) => {
        const x = ((at - span.from) / (span.to - span.from)) * width;
        return (
          <g key={at}>
            <line x1={x} x2={x} y1={BASE} y2={BASE + 4} />
            {x > 14 && x < room && (
              <text x={x} y={BASE + 17} textAnchor="middle">
                {changes ? `${text} ${formatZoneAt(at, zone).replace('UTC', '')}` : text}
              </text>
            )}
          </g>
        );
      })}
      <text x={width} y={BASE + 17} textAnchor="end">
        {label}
      </text>
    </g>
  );
}
