'use client';

import { Portal } from '@mantine/core';
import { formatDuration } from '@/lib/time/duration';
import { formatSpan } from '@/lib/time/format';
import { useZone } from '../use-range';
import { labelPlace } from './label-place';
import { useSelection } from './plot-state';
import classes from './selection-label.module.css';

/** The ends and the length of the span that is being selected, next to its chart. */
export function SelectionLabel() {
  const zone = useZone();
  const selection = useSelection();
  if (!selection) return null;
  const { span, chart, note } = selection;
  const { side, left, top } = labelPlace(chart);
  return (
    <Portal>
      <div className={classes.label} style={{ left, top }} data-side={side} aria-hidden>
        <div>
          {formatSpan(span, zone)} · {formatDuration(span.to - span.from)}
          {note && ` · ${note}`}
        </div>
        <div className={classes.hint}>Esc cancels</div>
      </div>
    </Portal>
  );
}
