'use client';

import type { ReactNode } from 'react';
import type { Span } from '@/lib/time/range';
import { useRange } from '../use-range';
import classes from './plot-area.module.css';
import { PlotOverlay, type PlotTexts } from './plot-overlay';
import { type PlotActions, usePlotPointer } from './use-plot-pointer';

type PlotAreaProps = PlotActions & {
  /** Of the picture, by default the page's range. */
  span?: Span;
  /** The value of what it surrounds at an instant. */
  valueAt?: ((at: number) => string | undefined) | undefined;
  texts?: PlotTexts;
  children: ReactNode;
};

/** Surrounds a picture that is as wide as its span, with the crosshair, and drags that choose a range. */
export function PlotArea({ span: own, valueAt, texts = 'ends', children, ...actions }: PlotAreaProps) {
  const { span: range } = useRange();
  const span = own ?? range;
  const pointer = usePlotPointer({ span }, actions);
  return (
    <div className={classes.plot} {...pointer}>
      {children}
      <PlotOverlay axis={{ span }} {...{ valueAt, texts }} />
    </div>
  );
}
