'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { bucketAt } from '@/lib/farm/buckets';
import { categoriesAt } from '@/lib/farm/plot/bar-text';
import { type ChartCursor, movedCursor, selectedBuckets } from '@/lib/farm/plot/chart-cursor';
import type { Series } from '@/lib/farm/series';
import { categoryAt } from './category-at';
import type { ChartActions } from './chart-actions';
import type { Plot } from './plot';

/** Less movement is a click. */
const MIN_DRAG_PX = 6;

type State = ChartCursor & {
  isKeyed: boolean;
  /** Where the mouse went down, pixels, and whether it has moved since. */
  drag?: { x: number; bucket: number; hasMoved: boolean };
};

/** The bar under the pointer or the keys. A click or Enter acts on a category; dragging, or Shift and Enter, zooms. */
export function useChartCursor(series: Series, plot: Plot, { actionOf, zoom }: ChartActions) {
  const [state, setState] = useState<State>();
  const { buckets } = series;
  const { scale } = plot;
  const cursor = state && state.bucket < buckets.length ? state : undefined;

  const clear = () => setState(undefined);
  const zoomTo = ([first, last]: [number, number]) => {
    clear();
    zoom?.(first, last);
  };
  const placeOf = ({ currentTarget, clientX, clientY }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  };
  const bucketOf = (x: number) =>
    bucketAt(buckets, scale.instantAt(Math.max(scale.left, Math.min(scale.right - 0.01, x))));
  const isInside = (x: number) => x >= scale.left && x <= scale.right;

  const point = (event: PointerEvent) => {
    const { x, y } = placeOf(event);
    const bucket = bucketOf(x);
    const drag = state?.drag;
    if (bucket === undefined || !(drag || isInside(x))) return clear();
    if (!drag) return setState((last) => sameOr(last, { ...at(bucket, y), isKeyed: false }));
    const hasMoved = drag.hasMoved || Math.abs(x - drag.x) >= MIN_DRAG_PX;
    setState({
      ...{ bucket, isKeyed: false, drag: { ...drag, hasMoved } },
      ...(hasMoved && { anchor: drag.bucket }),
    });
  };
  const at = (bucket: number, y: number): ChartCursor => {
    const category = categoryAt(series, plot, bucket, y);
    return category === undefined ? { bucket } : { bucket, category };
  };

  const pointer = {
    onPointerMove: point,
    onPointerDown(event: PointerEvent) {
      const { x, y } = placeOf(event);
      const bucket = bucketOf(x);
      if (bucket === undefined || !isInside(x)) return;
      const isMouse = event.pointerType === 'mouse';
      if (isMouse && event.button !== 0) return;
      if (isMouse) event.currentTarget.setPointerCapture(event.pointerId);
      setState({
        ...at(bucket, y),
        isKeyed: false,
        ...(isMouse && { drag: { x, bucket, hasMoved: false } }),
      });
    },
    onPointerUp(event: PointerEvent) {
      if (!state?.drag) return;
      const { drag, ...rest } = state;
      const selected = selectedBuckets(state);
      if (drag.hasMoved && selected) return zoomTo(selected);
      setState(rest);
      const category = categoryAt(series, plot, drag.bucket, placeOf(event).y);
      if (category !== undefined) actionOf(category)?.act();
    },
    onPointerCancel: clear,
    // A finger leaves when it is lifted, and has read nothing yet.
    onPointerLeave: ({ pointerType }: PointerEvent) => {
      if (pointerType !== 'touch' && !state?.isKeyed) clear();
    },
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const from = cursor ?? { bucket: buckets.length - 1 };
    const moved = movedCursor(from, event, buckets.length, categoriesAt(series, from.bucket));
    if (moved) setState({ ...moved, isKeyed: true });
    else if (event.key === 'Escape' && cursor) clear();
    else if (event.key === 'Enter' && cursor) {
      const { bucket, category } = cursor;
      if (category !== undefined) actionOf(category)?.act();
      else zoomTo(selectedBuckets(cursor) ?? [bucket, bucket]);
    } else return;
    event.preventDefault();
  };

  return {
    cursor,
    pointer,
    onKeyDown,
    onFocus({ currentTarget }: { currentTarget: Element }) {
      if (currentTarget.matches(':focus-visible')) setState({ bucket: buckets.length - 1, isKeyed: true });
    },
    onBlur: clear,
  };
}

/** The last state if the next one is the same, so that not every move of the pointer draws the chart again. */
const sameOr = (last: State | undefined, next: State): State =>
  last?.bucket === next.bucket && last.category === next.category && !last.isKeyed && !last.drag
    ? last
    : next;
