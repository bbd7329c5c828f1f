import type { ComponentProps } from 'react';
import type { SortDirection } from '@/lib/answer/table-order';
import classes from './sort-button.module.css';

type SortButtonProps = ComponentProps<'button'> & {
  /** How the table is sorted by the column. */
  direction: SortDirection;
  /** Whether the column is aligned at its end. */
  isFigure?: boolean;
};

const ARROWS: Record<SortDirection, string> = { none: '↕', ascending: '↑', descending: '↓' };

/** The heading of a column as a button that sorts by it. Belongs in a `th` with `aria-sort`. */
export const SortButton = ({
  direction,
  isFigure = false,
  className = '',
  children,
  ...props
}: SortButtonProps) => (
  <button type="button" className={`${classes.sort} ${className}`} data-figure={isFigure} {...props}>
    {children}
    <span aria-hidden className={classes.arrow} data-direction={direction}>
      {ARROWS[direction]}
    </span>
  </button>
);
