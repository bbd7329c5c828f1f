'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { bucketAt } from '@/lib/farm/buckets';
import { categoriesAt } from '@/lib/farm/plot/bar-text';
import { type ChartCursor, movedCursor, selectedBuckets, shownSpan } from '@/lib/farm/plot/chart-cursor';
import type { Series } from '@/lib/farm/series';
import { categoryAt } from './category-at';
import type { ChartActions } from './chart-actions';
import type { Plot } from './plot';

type State = ChartCursor & { isKeyed: boolean };

/** The bar under the pointer or the keys. A click or Enter acts on a category; Shift with the arrows and Enter zooms. */
export function useChartCursor(series: Series, plot: Plot, { actionOf, zoom }: ChartActions) {
  const [state, setState] = useState<State>();
  const { buckets } = series;
  const { scale } = plot;
  const cursor = state && state.bucket < buckets.length ? state : undefined;

  const clear = () => setState(undefined);
  const zoomTo = (selected: [number, number]) => {
    clear();
    zoom?.(shownSpan(series, selected));
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
    if (bucket === undefined || !isInside(x)) return clear();
    setState((last) => sameOr(last, { ...at(bucket, y), isKeyed: false }));
  };
  const at = (bucket: number, y: number): ChartCursor => {
    const category = categoryAt(series, plot, bucket, y);
    return category === undefined ? { bucket } : { bucket, category };
  };

  /** A tap only reads a bar. */
  const click = (event: PointerEvent): boolean => {
    const { x, y } = placeOf(event);
    const bucket = bucketOf(x);
    if (event.pointerType !== 'mouse') return true;
    const category = bucket === undefined || !isInside(x) ? undefined : categoryAt(series, plot, bucket, y);
    const action = category === undefined ? undefined : actionOf(category);
    action?.act();
    return action !== undefined;
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
    pointer: {
      onPoint: point,
      onClick: click,
      onAway: () => setState((last) => (last?.isKeyed ? last : undefined)),
    },
    onKeyDown,
    onFocus({ currentTarget }: { currentTarget: Element }) {
      if (currentTarget.matches(':focus-visible')) setState({ bucket: buckets.length - 1, isKeyed: true });
    },
    onBlur: clear,
  };
}

/** The last state if the next one is the same, so that not every move of the pointer draws the chart again. */
const sameOr = (last: State | undefined, next: State): State =>
  last?.bucket === next.bucket && last.category === next.category && !last.isKeyed ? last : next;
