import { useMemo } from 'react';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { frameShapes } from '@/lib/profile/graph/frame-shapes';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import { matchOutlines } from '@/lib/profile/graph/match-outlines';
import { FrameShapes } from './drawing/frame-shapes';
import { frameStyles } from './drawing/frame-styles';
import { MatchOutlines } from './drawing/match-outlines';
import type { FlameGraphProps } from './flame-graph-props';
import classes from './static-graph.module.css';

/** Few, because they are part of the page's HTML: narrower frames are in blocks, and lower rows are outside the view. */
const MIN_STATIC_PX = 14;
const MAX_STATIC_ROWS = 80;

type StaticGraphProps = Pick<
  FlameGraphProps,
  'picture' | 'rootOnTop' | 'fillOf' | 'keepsFill' | 'withoutRoot' | 'label'
>;

/** A typical window, because the server knows none: the graph's width that decides which frames are folded, and the view's height. */
const TYPICAL_PX = { width: 1200, height: 700 };

/** A graph without interaction, as wide as its container, until the interactive one knows its size. */
export function StaticGraph(props: StaticGraphProps) {
  const { picture, rootOnTop, fillOf, keepsFill = false, withoutRoot = false, label = 'Flame graph' } = props;
  const shapes = useMemo(() => {
    const { tree, samples, focus, matched, deeper } = picture;
    const px = TYPICAL_PX.width;
    const frames = foldFrames(tree, samples, {
      focus,
      px,
      minPx: MIN_STATIC_PX,
      deeper: deeper?.below,
    }).filter(({ row }) => row < MAX_STATIC_ROWS);
    const styles = frameStyles(tree, frames, { fillOf, matched, keepsFill, px });
    return {
      ...frameShapes(frames, styles, { px, rootOnTop }),
      outlines: matchOutlines(frames, matched, { px, rootOnTop }),
    };
  }, [picture, rootOnTop, fillOf, keepsFill]);
  const { height, outlines } = shapes;
  const hiddenPx = withoutRoot ? ROW_PX : 0;
  return (
    <div
      className={classes.static}
      data-root={rootOnTop ? 'top' : 'bottom'}
      role="img"
      aria-label={label}
      data-tall={height > TYPICAL_PX.height || undefined}
    >
      <div className={classes.canvas} style={{ height: height - hiddenPx }}>
        <div style={{ position: 'relative', marginTop: rootOnTop ? -hiddenPx : 0 }}>
          <FrameShapes shapes={shapes} px={TYPICAL_PX.width} />
          <MatchOutlines d={outlines} px={TYPICAL_PX.width} height={height} />
        </div>
      </div>
    </div>
  );
}
