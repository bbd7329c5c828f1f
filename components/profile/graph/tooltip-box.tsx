import { Portal } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import classes from './flame-tooltip.module.css';
import type { Point } from './picture';

const GAP = 14;

type TooltipBoxProps = {
  /** In the window. */
  at: Point;
  /** What it speaks of: another has another size. */
  content: unknown;
  children: ReactNode;
};

/** A box beside a point, always inside the window; the frame's own sentence is what screen readers get. */
export function TooltipBox({ at, content, children }: TooltipBoxProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 320, height: 140 });

  // biome-ignore lint/correctness/useExhaustiveDependencies: other content has another size
  useLayoutEffect(() => {
    const box = ref.current?.getBoundingClientRect();
    if (box) setSize({ width: box.width, height: box.height });
  }, [content]);

  return (
    <Portal>
      <div ref={ref} className={classes.tooltip} style={placeBeside(at, size)} aria-hidden>
        {children}
      </div>
    </Portal>
  );
}

function placeBeside(at: Point, size: { width: number; height: number }) {
  const fitsBelow = at.y + GAP + size.height < window.innerHeight;
  const left = Math.min(at.x + GAP, window.innerWidth - size.width - 8);
  return {
    left: Math.max(8, left),
    top: fitsBelow ? at.y + GAP : Math.max(8, at.y - GAP - size.height),
  };
}
