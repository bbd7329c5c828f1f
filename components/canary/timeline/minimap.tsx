'use client';

import { memo, type PointerEvent, useMemo, useRef } from 'react';
import { PlotOverlay } from '@/components/range/plot/plot-overlay';
import { barPaths } from '@/lib/canary/plot/bar-paths';
import { durationScale } from '@/lib/canary/plot/duration-scale';
import type { PlotRuns } from '@/lib/canary/plot/plot-runs';
import { LEFT, MINIMAP_HEIGHT, RIGHT } from '@/lib/canary/plot/plot-size';
import { runBars } from '@/lib/canary/plot/run-bars';
import { fitView } from '@/lib/canary/plot/view';
import type { Span } from '@/lib/time/range';
import classes from './minimap.module.css';
import picture from './timeline-picture.module.css';

const EDGE_PX = 6;
const MIN_DRAG_PX = 4;

type MinimapProps = {
  plot: PlotRuns;
  range: Span;
  view: Span;
  width: number;
  /** While dragging. */
  onMove(view: Span): void;
  onEnd(): void;
};

/**
 * The whole range at a glance. Its window moves and changes the part that the timeline shows; a drag beside it chooses another. For
 * the pointer alone: the keys of the timeline do the same.
 */
export function Minimap({ plot, range, view, width, onMove, onEnd }: MinimapProps) {
  const drag = useRef<{ at: number; view: Span; part: 'window' | 'from' | 'to' | 'new' }>(undefined);
  const x = (at: number) => ((at - range.from) / (range.to - range.from)) * width;
  const at = ({ currentTarget, clientX }: PointerEvent) =>
    range.from +
    ((clientX - currentTarget.getBoundingClientRect().left - LEFT) / width) * (range.to - range.from);
  const msPerPx = (range.to - range.from) / width;

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const start = at(event);
    const isAt = (edge: number) => Math.abs(start - edge) < EDGE_PX * msPerPx;
    const part = isAt(view.from)
      ? 'from'
      : isAt(view.to)
        ? 'to'
        : start > view.from && start < view.to
          ? 'window'
          : 'new';
    drag.current = { at: start, view, part };
  };
  const onPointerMove = (event: PointerEvent) => {
    const { current } = drag;
    if (!current) return;
    const by = at(event) - current.at;
    if (Math.abs(by) < MIN_DRAG_PX * msPerPx) return;
    onMove(fitView(dragged(current, by), range));
  };
  const onPointerUp = () => {
    if (drag.current) onEnd();
    drag.current = undefined;
  };

  return (
    <div
      className={classes.minimap}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
    >
      <svg width={LEFT + width} height={MINIMAP_HEIGHT} aria-hidden>
        <g transform={`translate(${LEFT} 0)`}>
          <Bars plot={plot} range={range} width={width} />
          <rect className={classes.outside} width={Math.max(0, x(view.from))} height={MINIMAP_HEIGHT} />
          <rect
            className={classes.outside}
            x={x(view.to)}
            width={Math.max(0, width - x(view.to))}
            height={MINIMAP_HEIGHT}
          />
          <rect
            className={classes.window}
            x={x(view.from) + 0.5}
            y={0.5}
            width={Math.max(2, x(view.to) - x(view.from) - 1)}
            height={MINIMAP_HEIGHT - 1}
          />
        </g>
      </svg>
      <PlotOverlay axis={{ span: range, left: LEFT, right: RIGHT }} texts="value" />
    </div>
  );
}

function dragged({ at, view, part }: { at: number; view: Span; part: string }, by: number): Span {
  if (part === 'window') return { from: view.from + by, to: view.to + by };
  if (part === 'from') return { from: Math.min(view.from + by, view.to), to: view.to };
  if (part === 'to') return { from: view.from, to: Math.max(view.to + by, view.from) };
  return { from: Math.min(at, at + by), to: Math.max(at, at + by) };
}

type BarsProps = { plot: PlotRuns; range: Span; width: number };

/** Doesn't change while the window moves. */
const Bars = memo(function Bars({ plot, range, width }: BarsProps) {
  const paths = useMemo(() => {
    const scale = durationScale(plot.duration, 'linear');
    return barPaths(
      runBars(plot, { span: range, width, height: MINIMAP_HEIGHT - 2, scale }),
      MINIMAP_HEIGHT - 1,
    );
  }, [plot, range, width]);
  return paths.map(({ outcome, d }) => (
    <path key={outcome} data-outcome={outcome} className={picture.outcome} d={d} />
  ));
});
