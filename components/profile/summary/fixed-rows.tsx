'use client';

import { type ReactNode, useRef, useState } from 'react';
import classes from './fixed-rows.module.css';
import { useCutParts } from './use-cut-parts';

type FixedRowsProps = {
  /** Sets `--rows`, and how parts look. */
  className?: string | undefined;
  isBusy?: boolean;
  /** The parts, each an element of its own. */
  children: ReactNode;
};

/**
 * Parts in a fixed number of rows, so that nothing below moves when one arrives. Those that don't fit are behind a button, whose
 * room in the first row is always reserved.
 */
export function FixedRows({ className = '', isBusy = false, children }: FixedRowsProps) {
  const partsRef = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const cut = useCutParts(partsRef, isOpen);
  return (
    <div className={`${classes.box} ${className}`} aria-busy={isBusy || undefined}>
      <div ref={partsRef} className={isOpen ? classes.parts : `${classes.parts} ${classes.closed}`}>
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
