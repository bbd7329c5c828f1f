'use client';

import type { ReactNode } from 'react';
import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { useRange } from '../use-range';
import { crosshairMode } from './crosshair-mode';
import classes from './plot-area.module.css';
import { PlotOverlay, type PlotTexts } from './plot-overlay';
import { type PlotActions, usePlotPointer } from './use-plot-pointer';

type PlotAreaProps = PlotActions & {
  /** Of the picture, by default the page's range. */
  span?: Span;
  /** Whether it is a small picture in a table, whose time and value are above it where the pointer is. */
  isSmall?: boolean;
  /** The value of what it surrounds at an instant. */
  valueAt?: ((at: number) => string | undefined) | undefined;
  texts?: PlotTexts;
  children: ReactNode;
};

/** Surrounds a picture that is as wide as its span, with the crosshair, and drags that choose a range. */
export function PlotArea({
  span: own,
  isSmall = false,
  valueAt,
  texts = 'ends',
  children,
  ...actions
}: PlotAreaProps) {
  const { span: range, zone } = useRange();
  const span = own ?? range;
  const labelOf = (at: number) => {
    const mode = crosshairMode();
    const value = mode === 'values' ? valueAt?.(at) : undefined;
    return mode === 'off' ? undefined : [formatInstant(at, zone), ...(value ? [value] : [])].join(' · ');
  };
  const pointer = usePlotPointer({ span }, { ...actions, ...(isSmall && { labelOf }) });
  return (
    <div className={classes.plot} {...pointer}>
      {children}
      <PlotOverlay axis={{ span }} {...{ valueAt, texts }} />
    </div>
  );
}
