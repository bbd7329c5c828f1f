'use client';

import { Portal } from '@mantine/core';
import { formatDuration } from '@/lib/time/duration';
import { formatSpan } from '@/lib/time/format';
import { useZone } from '../use-range';
import { useSelection } from './plot-state';
import classes from './selection-label.module.css';

/** The ends and the length of the span that is being selected, next to its chart. */
export function SelectionLabel() {
  const zone = useZone();
  const selection = useSelection();
  if (!selection) return null;
  const { span, chart, note } = selection;
  const { left, width, top, bottom } = chart.getBoundingClientRect();
  const isAbove = top > ROOM_PX;
  const style = {
    left: `clamp(${HALF_WIDTH}, ${Math.round(left + width / 2)}px, calc(100vw - ${HALF_WIDTH}))`,
    top: isAbove ? top - GAP_PX : bottom + GAP_PX,
  };
  return (
    <Portal>
      <div className={classes.label} style={style} data-side={isAbove ? 'above' : 'below'} aria-hidden>
        <div>
          {formatSpan(span, zone)} · {formatDuration(span.to - span.from)}
          {note && ` · ${note}`}
        </div>
        <div className={classes.hint}>Esc cancels</div>
      </div>
    </Portal>
  );
}

/** The bar of the page and a label fit above a chart that is lower than this. */
const ROOM_PX = 120;
const GAP_PX = 6;
const HALF_WIDTH = 'min(280px, 50vw - 4px)';
