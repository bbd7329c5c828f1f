'use client';

import { useContext, useLayoutEffect, useRef } from 'react';
import { formatInstant } from '@/lib/time/format';
import { useZone } from '../use-range';
import { crosshairMode, onCrosshairMode } from './crosshair-mode';
import { NotedTimes } from './noted-times';
import { type PlotAxis, percentAt, shareOf } from './plot-axis';
import classes from './plot-overlay.module.css';
import { onPlotChange, plotState } from './plot-state';

/**
 * Where the time and the value are: at the ends of the line, the time only in the chart under the pointer or `always`; the `value` alone;
 * or that `below` a small picture, which has a label above it where the pointer is.
 */
export type PlotTexts = 'ends' | 'always' | 'value' | 'below';

type PlotOverlayProps = {
  axis: PlotAxis;
  /** The chart's value at an instant. */
  valueAt?: ((at: number) => string | undefined) | undefined;
  texts?: PlotTexts;
  /** Between the overlay and the lower edge of its element, pixels. */
  bottom?: number;
};

/**
 * The crosshair and the selected span over the plot of a chart, for a positioned element. Both follow the pointer without rendering:
 * the line only moves, and its texts are replaced when they change.
 */
export function PlotOverlay({ axis, valueAt, texts = 'ends', bottom = 0 }: PlotOverlayProps) {
  const zone = useZone();
  const noted = useContext(NotedTimes);
  const overlay = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const value = useRef<HTMLSpanElement>(null);
  const time = useRef<HTMLSpanElement>(null);
  const band = useRef<HTMLDivElement>(null);

  // After each rendering, because what it closes over may be new.
  useLayoutEffect(() => {
    const draw = () => {
      const { at: pageAt, chart, label, isLocked, selection } = plotState();
      const mode = crosshairMode();
      const { span, shift = 0 } = axis;
      const at = pageAt === undefined ? undefined : pageAt - shift;
      // A drag has its own ends.
      const isIdle = mode === 'off' || (selection && !isLocked);
      const isShown = at !== undefined && !isIdle && at >= span.from && at < span.to;
      hide(line.current, !isShown);
      if (isShown) {
        const isUnder = chart !== undefined && chart === overlay.current?.parentElement;
        if (line.current) {
          line.current.style.transform = `translateX(${percentAt(at, span, 'cqw')})`;
          line.current.dataset.side = shareOf(at, span) > 0.5 ? 'left' : 'right';
        }
        const hasLabel = isUnder && label !== undefined;
        const hasTime = texts === 'always' || (isUnder && texts === 'ends');
        write(value.current, mode === 'values' && !hasLabel ? valueAt?.(at) : undefined);
        write(time.current, hasTime ? formatInstant(at, zone) : undefined);
      }
      const moved = (selection?.shift ?? 0) - shift;
      const selected = selection && { from: selection.span.from + moved, to: selection.span.to + moved };
      const hasBand = selected !== undefined && selected.from < span.to && selected.to > span.from;
      hide(band.current, !hasBand);
      if (hasBand && band.current) {
        band.current.style.left = percentAt(selected.from, span);
        band.current.style.right = `calc(100% - ${percentAt(selected.to, span)})`;
      }
    };
    draw();
    const ends = [onPlotChange(draw), onCrosshairMode(draw)];
    return () => {
      for (const end of ends) end();
    };
  });

  const { left = 0, right = 0 } = axis;
  return (
    <div
      ref={overlay}
      className={classes.overlay}
      style={{ left, right, bottom }}
      data-texts={texts}
      aria-hidden
    >
      {noted.map((at) => (
        <div key={at} data-noted className={classes.noted} style={{ left: percentAt(at, axis.span) }} />
      ))}
      <div ref={band} className={classes.band} data-selected-span hidden />
      <div ref={line} className={classes.line} data-crosshair hidden>
        <span ref={value} className={classes.value} hidden />
        <span ref={time} className={classes.time} hidden />
      </div>
    </div>
  );
}

function hide(element: HTMLElement | null, isHidden: boolean): void {
  if (element && element.hidden !== isHidden) element.hidden = isHidden;
}

function write(element: HTMLElement | null, text: string | undefined): void {
  hide(element, text === undefined);
  if (element && text !== undefined && element.textContent !== text) element.textContent = text;
}
