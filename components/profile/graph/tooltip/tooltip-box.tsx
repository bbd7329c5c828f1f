'use client';

import { Portal } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Point } from '../picture';
import classes from './flame-tooltip.module.css';

type Size = { width: number; height: number };

const GAP_PX = 14;
const MARGIN_PX = 8;

type TooltipBoxProps = {
  /** Point of the window. */
  at: Point;
  /** Identity of the content: another one has another size. */
  content: unknown;
  children: ReactNode;
};

/** A box next to a point, always inside the window. Screen readers get the frame's sentence instead. */
export const TooltipBox = (props: TooltipBoxProps) => (
  <Portal>
    <PlacedBox {...props} />
  </Portal>
);

/** A component of its own, because Portal renders nothing at first: there would be nothing to measure. */
function PlacedBox({ at, content, children }: TooltipBoxProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [sizes, setSizes] = useState<{ box: Size; window: Size }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: other content has another size
  useLayoutEffect(() => {
    const box = ref.current?.getBoundingClientRect();
    if (!box) return;
    const { innerWidth: width, innerHeight: height } = window;
    setSizes({ box: { width: box.width, height: box.height }, window: { width, height } });
  }, [content]);

  return (
    <div
      ref={ref}
      className={classes.tooltip}
      style={sizes && placeBeside(at, sizes.box, sizes.window)}
      aria-hidden
    >
      {children}
    </div>
  );
}

function placeBeside(at: Point, box: Size, within: Size) {
  const fitsBelow = at.y + GAP_PX + box.height < within.height;
  const left = Math.min(at.x + GAP_PX, within.width - box.width - MARGIN_PX);
  return {
    left: Math.max(MARGIN_PX, left),
    top: fitsBelow ? at.y + GAP_PX : Math.max(MARGIN_PX, at.y - GAP_PX - box.height),
  };
}
