'use client';

import { useElementSize, useMediaQuery } from '@mantine/hooks';
import type { KeyboardEvent } from 'react';
import { keyedPart } from '@/components/panel/keyed-part';
import { formatClock, formatInstant, formatZoneAt, timeTicks, zoneLabel } from '@/lib/time/format';
import { clearTicks } from './clear-ticks';
import { PlotArea, percentAt, useCrosshair } from './crosshair';
import lane from './lane.module.css';
import classes from './lane-axis.module.css';

const TICK_PX = 84;
const STEPS = 60;

/** As in the style sheet: the zone is on the axis, so no label may overlap it. */
const NARROW = '(max-width: 48em)';

/** The time axis of all lanes. When focused, the arrow keys move the crosshair. */
export function LaneAxis({ zone }: { zone: string }) {
  const { span, at, point } = useCrosshair();
  const { ref, width } = useElementSize();
  const { ref: zoneRef, width: zoneWidth } = useElementSize();
  const isNarrow = useMediaQuery(NARROW) ?? false;
  const allTicks = timeTicks(span, zone, width === 0 ? 6 : Math.max(2, Math.floor(width / TICK_PX)));
  const length = span.to - span.from;
  const ticks = isNarrow ? clearTicks(allTicks, { span, width, covered: zoneWidth }) : allTicks;
  const last = span.to - 1;
  const shown = at ?? last;

  const onKeyDown = (event: KeyboardEvent) => {
    const moved = {
      ArrowLeft: shown - length / STEPS,
      ArrowDown: shown - length / STEPS,
      ArrowRight: shown + length / STEPS,
      ArrowUp: shown + length / STEPS,
      Home: span.from,
      End: last,
    }[event.key];
    if (moved === undefined) return;
    event.preventDefault();
    point(Math.min(last, Math.max(span.from, moved)));
  };
  return (
    <div className={`${lane.columns} ${classes.row}`}>
      <div ref={zoneRef} className={classes.zone} title={zoneLabel(zone, last)}>
        {isNarrow ? formatZoneAt(last, zone) : zoneLabel(zone, last)}
      </div>
      <PlotArea>
        <div
          ref={ref}
          className={classes.axis}
          role="slider"
          {...keyedPart('lanes')}
          tabIndex={0}
          aria-label="Time under the crosshair"
          aria-valuemin={span.from}
          aria-valuemax={span.to}
          aria-valuenow={Math.round(shown)}
          aria-valuetext={formatInstant(shown, zone)}
          onKeyDown={onKeyDown}
          onBlur={() => point(undefined)}
        >
          {ticks.map(({ at: tick, label }) => (
            <span key={tick} className={classes.tick} style={{ left: percentAt(tick, span) }}>
              {label}
            </span>
          ))}
          {at !== undefined && (
            <span className={classes.time} style={{ left: percentAt(at, span) }}>
              {formatClock(at, zone)}
            </span>
          )}
        </div>
      </PlotArea>
      <div className={classes.when} aria-hidden>
        {at === undefined ? '' : formatInstant(at, zone)}
      </div>
    </div>
  );
}
