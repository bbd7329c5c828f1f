'use client';

import { useElementSize, useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { PlotArea } from '@/components/range/plot/plot-area';
import { percentAt } from '@/components/range/plot/plot-axis';
import { useRange } from '@/components/range/use-range';
import { formatZoneAt, timeTicks, zoneLabel } from '@/lib/time/format';
import { AxisSlider } from './axis-slider';
import { clearTicks } from './clear-ticks';
import lane from './lane.module.css';
import classes from './lane-axis.module.css';

const TICK_PX = 84;

/** As in the style sheet: the zone is on the axis, so no label may overlap it. */
const NARROW = '(max-width: 48em)';

/** The time axis of all lanes, with `marks` above it. When focused, the arrow keys move the crosshair and select a span. */
export function LaneAxis({ marks }: { marks?: ReactNode }) {
  const { span, zone } = useRange();
  const { ref, width } = useElementSize();
  const { ref: zoneRef, width: zoneWidth } = useElementSize();
  const isNarrow = useMediaQuery(NARROW) ?? false;
  const allTicks = timeTicks(span, zone, width === 0 ? 6 : Math.max(2, Math.floor(width / TICK_PX)));
  const ticks = isNarrow ? clearTicks(allTicks, { span, width, covered: zoneWidth }) : allTicks;
  const last = span.to - 1;
  return (
    <div className={`${lane.columns} ${classes.row}`} data-has-marks={marks !== undefined || undefined}>
      <div ref={zoneRef} className={classes.zone} title={zoneLabel(zone, last)}>
        {isNarrow ? formatZoneAt(last, zone) : zoneLabel(zone, last)}
      </div>
      <div className={classes.plot}>
        {marks}
        <PlotArea texts="always">
          <AxisSlider>
            <div ref={ref} className={classes.axis}>
              {ticks.map(({ at: tick, label }) => (
                <span key={tick} className={classes.tick} style={{ left: percentAt(tick, span) }}>
                  {label}
                </span>
              ))}
            </div>
          </AxisSlider>
        </PlotArea>
      </div>
    </div>
  );
}
