'use client';

import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { keyedPart } from '@/components/panel/keyed-part';
import { sliderIndex } from '@/components/panel/slider-keys';
import type { PlotScale } from '@/lib/farm/plot/plot-scale';
import classes from './curve.module.css';

type ReadOutProps<Plot> = {
  /** What the picture shows, for screen readers. */
  caption: string;
  /** Of the picture, pixels. */
  height: number;
  /** Number of places at which a reader can stop. */
  count: number;
  /** The place that is read out until a reader chooses one. */
  usual: number;
  plotOf(width: number): Plot;
  /** The place nearest to an instant. */
  placeAt(instant: number): number;
  textOf(place: number): string;
  /** What the times are. */
  note: string;
  draw(plot: Plot): ReactNode;
  /** Marks the chosen place above the picture, which isn't drawn again for it. */
  drawCursor(plot: Plot, place: number): ReactNode;
};

/** A picture over time of which the pointer or the arrow keys read one place out. */
export function ReadOut<Plot extends { scale: PlotScale }>(props: ReadOutProps<Plot>) {
  const { caption, height, count, usual, plotOf, placeAt, textOf, note, draw, drawCursor } = props;
  const { ref, width } = useElementSize();
  const [chosen, setChosen] = useState<number>();
  const at = chosen === undefined ? undefined : Math.min(chosen, count - 1);
  const plot = plotOf(width);
  const text = textOf(at ?? usual);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = sliderIndex(event, at ?? usual, count);
    if (event.key === 'Escape') setChosen(undefined);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  };
  const onPointerMove = ({ clientX, currentTarget }: PointerEvent) =>
    setChosen(placeAt(plot.scale.instantAt(clientX - currentTarget.getBoundingClientRect().left)));

  return (
    <>
      <div
        ref={ref}
        className={classes.chart}
        style={{ height }}
        role="slider"
        {...keyedPart('curve')}
        tabIndex={0}
        aria-label={caption}
        aria-valuemin={0}
        aria-valuemax={count - 1}
        aria-valuenow={at ?? usual}
        aria-valuetext={text}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setChosen(undefined)}
        onBlur={() => setChosen(undefined)}
      >
        {width > 0 && draw(plot)}
        {at !== undefined && drawCursor(plot, at)}
      </div>
      <div className={classes.under} aria-hidden>
        <span>{text}</span>
        <span>{note}</span>
      </div>
    </>
  );
}
