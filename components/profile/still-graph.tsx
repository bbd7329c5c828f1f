import { useMemo } from 'react';
import { foldFrames } from '@/lib/profile/fold';
import { ROW_PX } from '@/lib/profile/frame-size';
import { stillOf } from '@/lib/profile/still';
import { frameLooks } from './chart-frames';
import type { FlameGraphProps } from './flame-graph';
import classes from './still-graph.module.css';

/** As it comes with the page, it is small. */
const MOST_FRAMES = 500;

type StillGraphProps = Pick<
  FlameGraphProps,
  'picture' | 'rootOnTop' | 'fillOf' | 'keepsFill' | 'withoutRoot' | 'label'
>;

/** Of a usual window, as the server knows none: the width for which is decided what can be told apart, and the height of a view. */
const USUAL_PX = { width: 1200, height: 700 };

/** A graph to look at, as wide as there is room, in place of the one to work with until that is there. */
export function StillGraph(props: StillGraphProps) {
  const { picture, rootOnTop, fillOf, keepsFill = false, withoutRoot = false, label = 'Flame graph' } = props;
  const { rows, paths, labels } = useMemo(() => {
    const { tree, samples, focus, matched } = picture;
    const frames = foldFrames(tree, samples, { focus, px: USUAL_PX.width, most: MOST_FRAMES });
    const looks = frameLooks(tree, frames, { fillOf, matched, keepsFill });
    return stillOf(frames, looks, { rowPx: ROW_PX, rootOnTop });
  }, [picture, rootOnTop, fillOf, keepsFill]);
  const hidden = withoutRoot ? ROW_PX : 0;
  const height = rows * ROW_PX;
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
          <svg viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" height={height} aria-hidden>
            {paths.map(({ fill, d }) => (
              <path key={fill} fill={fill} d={d} />
            ))}
          </svg>
          {labels.map(({ text, x, width, row }) => (
            <span
              key={`${row} ${x}`}
              style={{
                left: `${x * 100}%`,
                width: `${width * 100}%`,
                top: row * ROW_PX - (rootOnTop ? hidden : 0),
              }}
            >
              {text}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
