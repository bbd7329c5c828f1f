'use client';

import type { ReactNode } from 'react';
import { DetailsPopover } from '@/components/panel/details-popover';
import classes from './axis-mark.module.css';

type AxisMarkProps = {
  /** Its left edge, pixels. */
  x: number;
  /** Where its text has room. */
  side: 'left' | 'right';
  icon: ReactNode;
  /** How many things it marks. */
  count: number;
  /** What it marks, on hover and focus. */
  text: string;
  /** The items of its list. */
  children(close: () => void): ReactNode;
};

/** A mark on a time axis, with a text on hover and focus, which opens a list. */
export function AxisMark({ x, side, icon, count, text, children }: AxisMarkProps) {
  return (
    <DetailsPopover
      position="top-start"
      width={380}
      target={(opened, toggle) => (
        <button
          type="button"
          className={classes.mark}
          style={{ left: x }}
          data-side={side}
          aria-label={text}
          onClick={toggle}
        >
          {icon}
          {count > 1 && <span aria-hidden>{count}</span>}
          {!opened && (
            <span className={classes.tip} aria-hidden>
              {text}
            </span>
          )}
        </button>
      )}
    >
      {(close) => <ul className={classes.list}>{children(close)}</ul>}
    </DetailsPopover>
  );
}
