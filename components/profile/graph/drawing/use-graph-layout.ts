'use client';

import { useCallback, useMemo } from 'react';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { frameShapes, rowCount } from '@/lib/profile/graph/frame-shapes';
import { MIN_LABEL_PX, ROW_PX } from '@/lib/profile/graph/frame-size';
import { matchOutlines } from '@/lib/profile/graph/match-outlines';
import type { FlameGraphProps } from '../flame-graph-props';
import { minimapRoom, type RowSteps, rowsAt } from '../graph-rows';
import { plainStyles, searchedFill } from './frame-styles';
import { foundFrames, matchShapes } from './match-shapes';

/**
 * Maximum number of frames with a label that are elements at the same time: drawing 1,000 takes a browser 50 ms. A graph with
 * more has the labels of the rows around the view only, over the shapes of all frames.
 */
const MAX_LABELLED = 600;

type GraphLayoutOptions = Pick<
  FlameGraphProps,
  'picture' | 'width' | 'viewHeight' | 'rootOnTop' | 'fillOf' | 'keepsFill' | 'outlined' | 'withoutRoot'
> & { rows: RowSteps; roomRows: RowSteps };

/**
 * The boxes of a picture, their styles and shapes; `matched` is node → 1 where a search matches. A graph taller than its view
 * leaves room for a minimap, and reserves its height.
 */
export function useGraphLayout(options: GraphLayoutOptions, matched: Uint8Array | undefined) {
  const { picture, viewHeight, rootOnTop, fillOf, keepsFill = false, withoutRoot = false } = options;
  const { tree, samples, focus, deeper } = picture;
  const { outlined = matched } = options;
  const roomPx = minimapRoom(options.roomRows, options.width, viewHeight);
  const hasMinimap = minimapRoom(options.rows, options.width, viewHeight) > 0;
  const width = options.width - roomPx;
  const shownRows = rowsAt(options.rows, options.width) - (withoutRoot ? 1 : 0);
  const minHeight = Math.min(viewHeight, shownRows * ROW_PX);
  const frames = useMemo(
    () => foldFrames(tree, samples, { focus, px: width, deeper: deeper?.below }),
    [tree, samples, focus, width, deeper],
  );
  const plain = useMemo(
    () => plainStyles(tree, frames, { fillOf, px: width }),
    [tree, frames, fillOf, width],
  );
  const fillAt = useCallback(
    (index: number) => searchedFill(frames[index], plain[index]?.fill ?? '', { matched, keepsFill }),
    [frames, plain, matched, keepsFill],
  );
  const labelled = useMemo(
    () => frames.reduce((count, frame) => count + (frame.width * width > MIN_LABEL_PX ? 1 : 0), 0),
    [frames, width],
  );
  const isWindowed = labelled > MAX_LABELLED;
  const rows = useMemo(() => rowCount(frames), [frames]);
  const drawing = useMemo(
    () => ({ px: width, rows, rootOnTop, isNarrowOnly: !isWindowed, hasLabels: false }),
    [width, rows, rootOnTop, isWindowed],
  );
  const shapes = useMemo(() => frameShapes(frames, plain, drawing), [frames, plain, drawing]);
  // Shapes of their own, because a browser takes longer to read all shapes again than to draw the matches over them.
  const found = useMemo(() => foundFrames(frames, plain, matched), [frames, plain, matched]);
  const matches = useMemo(() => found && matchShapes(found, keepsFill, drawing), [found, keepsFill, drawing]);
  const outlinedFrames = outlined === matched ? found?.frames : frames;
  const outlines = useMemo(
    () => matchOutlines(outlinedFrames ?? [], outlined, { px: width, rows, rootOnTop }),
    [outlinedFrames, outlined, width, rows, rootOnTop],
  );
  return {
    frames,
    plain,
    fillAt,
    shapes,
    found,
    matches,
    outlines,
    isWindowed,
    grid: { width, rows, rootOnTop },
    hasMinimap,
    minHeight,
  };
}
