import { type CSSProperties, useMemo } from 'react';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { frameShapes } from '@/lib/profile/graph/frame-shapes';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import { matchOutlines } from '@/lib/profile/graph/match-outlines';
import { FrameShapes } from './drawing/frame-shapes';
import { frameStyles } from './drawing/frame-styles';
import { MatchOutlines } from './drawing/match-outlines';
import type { FlameGraphProps } from './flame-graph-props';
import type { RowSteps } from './graph-rows';
import classes from './static-graph.module.css';

/** Few, because they are part of the page's HTML: narrower frames are in blocks, and lower rows are outside the view. */
const MIN_STATIC_PX = 14;
const MAX_STATIC_ROWS = 80;

type StaticGraphProps = Pick<
  FlameGraphProps,
  'picture' | 'rootOnTop' | 'fillOf' | 'keepsFill' | 'withoutRoot' | 'label' | 'isHalf'
> & { rows: RowSteps; roomRows: RowSteps };

/** A typical width, because the server knows none: it decides which frames are folded. */
const TYPICAL_PX = 1200;

/**
 * A graph without interaction until the interactive one knows its size. Its style sheet knows the window, and leaves the same
 * room for a minimap and the same height as the interactive graph.
 */
export function StaticGraph(props: StaticGraphProps) {
  const { picture, rootOnTop, fillOf, keepsFill = false, withoutRoot = false, label = 'Flame graph' } = props;
  const { rows, roomRows } = props;
  const shapes = useMemo(() => {
    const { tree, samples, focus, matched, deeper } = picture;
    const px = TYPICAL_PX;
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
  const style = {
    '--rows-narrow': rows[0],
    '--rows-medium': rows[1],
    '--rows-wide': rows[2],
    '--room-narrow': roomRows[0],
    '--room-medium': roomRows[1],
    '--room-wide': roomRows[2],
    '--hidden': hiddenPx / ROW_PX,
  };
  return (
    <div className={classes.container}>
      <div
        className={classes.static}
        data-root={rootOnTop ? 'top' : 'bottom'}
        data-half={props.isHalf || undefined}
        role="img"
        aria-label={label}
        style={style as CSSProperties}
      >
        <div className={classes.canvas} style={{ height: height - hiddenPx }}>
          <div style={{ position: 'relative', marginTop: rootOnTop ? -hiddenPx : 0 }}>
            <FrameShapes shapes={shapes} px={TYPICAL_PX} />
            {outlines !== '' && <MatchOutlines d={outlines} px={TYPICAL_PX} height={height} />}
          </div>
        </div>
      </div>
    </div>
  );
}
