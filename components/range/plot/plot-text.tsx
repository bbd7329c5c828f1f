'use client';

import { useLayoutEffect, useRef } from 'react';
import { crosshairMode, onCrosshairMode } from './crosshair-mode';
import { onPlotChange, plotState } from './plot-state';

type PlotTextProps = { textAt(at: number): string; className?: string | undefined };

/** A value at the instant of the crosshair, where values are shown. Follows it without rendering. */
export function PlotText({ textAt, className }: PlotTextProps) {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const draw = () => {
      const { at } = plotState();
      const text = at !== undefined && crosshairMode() === 'values' ? textAt(at) : '';
      if (ref.current && ref.current.textContent !== text) ref.current.textContent = text;
    };
    draw();
    const ends = [onPlotChange(draw), onCrosshairMode(draw)];
    return () => {
      for (const end of ends) end();
    };
  });
  return <span ref={ref} className={className} />;
}
