import { durationTicks } from '@/lib/canary/duration-axis';
import { formatZoneAt, timeTicks, zoneLabel } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import classes from './timeline-axes.module.css';
import { xOf } from './timeline-layout';

const TICK_PX = 90;

type TimelineAxesProps = {
  span: Span;
  zone: string;
  width: number;
  height: number;
  /** Duration at the top of the plot; undefined without durations. */
  topMs: number | undefined;
};

/** Durations on the left, times below, and the name of the zone. */
export function TimelineAxes({ span, zone, width, height, topMs }: TimelineAxesProps) {
  const label = width > 500 ? zoneLabel(zone, span.to) : formatZoneAt(span.to, zone);
  const room = width - label.length * 6.5 - 20;
  return (
    <g className={classes.axis} aria-hidden>
      {(topMs ? durationTicks(topMs, 4) : []).map(({ ms, label: text }) => {
        const y = height - (ms / (topMs ?? 1)) * height;
        return (
          <g key={ms}>
            <line x2={width} y1={y} y2={y} />
            <text x={-8} y={y} dy="0.32em" textAnchor="end">
              {text}
            </text>
          </g>
        );
      })}
      {timeTicks(span, zone, Math.max(2, Math.floor(width / TICK_PX))).map(({ at, label: text }) => {
        const x = xOf(at, { span, width });
        return (
          <g key={at}>
            <line x1={x} x2={x} y1={height} y2={height + 4} />
            {x > 14 && x < room && (
              <text x={x} y={height + 17} textAnchor="middle">
                {text}
              </text>
            )}
          </g>
        );
      })}
      <text x={width} y={height + 17} textAnchor="end">
        {label}
      </text>
    </g>
  );
}
