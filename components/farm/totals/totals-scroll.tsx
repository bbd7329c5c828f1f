import type { ReactNode, RefObject } from 'react';
import { ScrollRegion } from '@/components/panel/scroll-region';
import classes from './totals-table.module.css';

/** Height of every row, pixels. */
export const ROW_PX = 32;
const MAX_VISIBLE_ROWS = 12;
/** Height of the headings, which have two lines, and of the row of sums. */
const FRAME_PX = 44 + ROW_PX + 1;
const MAX_SCROLLBAR_PX = 16;

type TotalsScrollProps = {
  /** Names the table for screen readers. */
  label: string;
  /** Rows without the headings and the sums. */
  rowCount: number;
  scrollRef: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/** The frame of a table with a row of sums, as high as its rows up to a limit. */
export function TotalsScroll({ label, rowCount, scrollRef, children }: TotalsScrollProps) {
  const minHeight = Math.min(rowCount, MAX_VISIBLE_ROWS) * ROW_PX + FRAME_PX;
  const style = { minHeight, maxHeight: minHeight + MAX_SCROLLBAR_PX };
  return (
    <div className={classes.container}>
      <ScrollRegion className={classes.scroll} {...{ label, style, scrollRef }}>
        {children}
      </ScrollRegion>
    </div>
  );
}
