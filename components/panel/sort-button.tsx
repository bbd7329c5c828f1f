import type { ComponentProps } from 'react';
import type { SortDirection } from '@/lib/answer/table-order';
import classes from './sort-button.module.css';

type SortButtonProps = ComponentProps<'button'> & {
  /** How the table is sorted by the column. */
  direction: SortDirection;
  /** Whether the column is aligned at its end. */
  isFigure?: boolean | undefined;
};

const ARROWS: Record<SortDirection, string> = { none: '↕', ascending: '↑', descending: '↓' };

/** The heading of a column as a button that sorts by it. Belongs in a `th` with `aria-sort`. */
export function SortButton({ direction, isFigure, className = '', children, ...props }: SortButtonProps) {
  // A space that no line breaks at, or else the arrow could be alone.
  const arrow = isFigure ? `${ARROWS[direction]}\u00a0` : `\u00a0${ARROWS[direction]}`;
  const shownArrow = (
    <span aria-hidden className={classes.arrow} data-direction={direction}>
      {arrow}
    </span>
  );
  return (
    <button type="button" className={`${classes.sort} ${className}`} {...props}>
      {isFigure && shownArrow}
      {children}
      {!isFigure && shownArrow}
    </button>
  );
}
