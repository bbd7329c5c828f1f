'use client';

import { Portal } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import { labelPlace } from './label-place';
import { onPlotChange, plotState } from './plot-state';
import classes from './selection-label.module.css';

/** The time and value under the pointer in a small picture, next to it. Follows the pointer without rendering. */
export function PointedLabel() {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () =>
      onPlotChange(() => {
        const { chart, label, selection } = plotState();
        const element = ref.current;
        if (!element) return;
        element.hidden = !chart || label === undefined || selection !== undefined;
        if (!chart || label === undefined || element.hidden) return;
        const { side, left, top } = labelPlace(chart);
        element.textContent = label;
        element.dataset.side = side;
        Object.assign(element.style, { left, top });
      }),
    [],
  );
  return (
    <Portal>
      <div ref={ref} className={classes.label} aria-hidden hidden />
    </Portal>
  );
}
