'use client';

import { useMemo } from 'react';
import { estimatedRowCount, foldFrames } from '@/lib/profile/graph/fold-frames';
import { frameShapes, rowCount } from '@/lib/profile/graph/frame-shapes';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import type { FlameGraphProps } from './flame-graph-props';
import { frameStyles } from './frame-styles';
import { MINIMAP_PX } from './graph-size';
import { placeFrames } from './place-frames';

/** Graphs of at most this width have no minimap. */
const MAX_WIDTH_WITHOUT_MINIMAP = 700;

type GraphLayoutOptions = Pick<
  FlameGraphProps,
  'picture' | 'width' | 'viewHeight' | 'rootOnTop' | 'fillOf' | 'keepsFill'
>;

/** The frames of a picture and their shapes. A graph taller than its view leaves room for a minimap. */
export function useGraphLayout(options: GraphLayoutOptions) {
  const { picture, viewHeight, rootOnTop, fillOf, keepsFill = false } = options;
  const { tree, samples, focus, matched } = picture;
  const isTall = useMemo(
    () => estimatedRowCount(tree, samples.total, focus, options.width) * ROW_PX > viewHeight,
    [tree, samples, focus, options.width, viewHeight],
  );
  const hasMinimap = isTall && options.width > MAX_WIDTH_WITHOUT_MINIMAP;
  const width = hasMinimap ? options.width - MINIMAP_PX : options.width;
  const frames = useMemo(
    () => placeFrames(foldFrames(tree, samples, { focus, px: width })),
    [tree, samples, focus, width],
  );
  const shapes = useMemo(() => {
    const styles = frameStyles(tree, frames, { fillOf, matched, keepsFill });
    return frameShapes(frames, styles, { px: width, rootOnTop });
  }, [tree, frames, fillOf, matched, keepsFill, width, rootOnTop]);
  const rows = useMemo(() => rowCount(frames), [frames]);
  return { frames, shapes, grid: { width, rows, rootOnTop }, hasMinimap };
}
