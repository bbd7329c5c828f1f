'use client';

import { type ReactNode, useRef, useState } from 'react';
import classes from './fixed-rows.module.css';
import { useCutParts } from './use-cut-parts';

type FixedRowsProps = {
  /** Sets `--rows`, and how parts look. */
  className?: string | undefined;
  isBusy?: boolean;
  /** Where there is width for all in one row, the first part gives way instead of taking another. */
  isSingle?: boolean;
  /** The parts, each an element of its own. */
  children: ReactNode;
};

/**
 * Parts in a fixed number of rows, so that nothing below moves when one arrives. Those that don't fit are behind a button, whose
 * room in the first row is always reserved.
 */
export function FixedRows({ className = '', isBusy = false, isSingle = false, children }: FixedRowsProps) {
  const partsRef = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const cut = useCutParts(partsRef, isOpen);
  const look = [classes.parts, !isOpen && classes.closed, !isOpen && isSingle && classes.single];
  return (
    <div className={`${classes.box} ${className}`} aria-busy={isBusy || undefined}>
      <div ref={partsRef} className={look.filter(Boolean).join(' ')}>
        {children}
      </div>
      {(cut > 0 || isOpen) && (
        <button
          type="button"
          className={classes.more}
          aria-expanded={isOpen}
          aria-label={isOpen ? undefined : `Show ${cut} more`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Less' : `${cut} more`}
        </button>
      )}
    </div>
  );
}
