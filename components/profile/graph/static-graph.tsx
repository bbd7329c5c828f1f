import { useMemo } from 'react';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { frameShapes } from '@/lib/profile/graph/frame-shapes';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import type { FlameGraphProps } from './flame-graph';
import { FrameShapes } from './frame-shapes';
import { frameStyles } from './frame-styles';
import classes from './static-graph.module.css';

/** As it comes with the page, it is small. */
const MOST_FRAMES = 500;

type StaticGraphProps = Pick<
  FlameGraphProps,
  'picture' | 'rootOnTop' | 'fillOf' | 'keepsFill' | 'withoutRoot' | 'label'
>;

/** Of a usual window, as the server knows none: the width for which is decided what can be told apart, and the height of a view. */
const USUAL_PX = { width: 1200, height: 700 };

/** A graph to look at, as wide as there is room, in place of the one to work with until that is there. */
export function StaticGraph(props: StaticGraphProps) {
  const { picture, rootOnTop, fillOf, keepsFill = false, withoutRoot = false, label = 'Flame graph' } = props;
  const shapes = useMemo(() => {
    const { tree, samples, focus, matched } = picture;
    const frames = foldFrames(tree, samples, { focus, px: USUAL_PX.width, maxFrames: MOST_FRAMES });
    const looks = frameStyles(tree, frames, { fillOf, matched, keepsFill });
    return frameShapes(frames, looks, { px: USUAL_PX.width, rootOnTop });
  }, [picture, rootOnTop, fillOf, keepsFill]);
  const { height } = shapes;
  const hidden = withoutRoot ? ROW_PX : 0;
  return (
    <div
      className={classes.still}
      data-root={rootOnTop ? 'top' : 'bottom'}
      role="img"
      aria-label={label}
      data-tall={height > USUAL_PX.height || undefined}
    >
      <div className={classes.canvas} style={{ height: height - hidden }}>
        <div style={{ marginTop: rootOnTop ? -hidden : 0 }}>
          <FrameShapes shapes={shapes} px={USUAL_PX.width} />
        </div>
      </div>
    </div>
  );
}
