import { memo } from 'react';
import { UNMATCHED_FILL } from '@/lib/profile/graph/frame-colour';
import type { FrameShapes as Shapes } from '@/lib/profile/graph/frame-shapes';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import classes from './frame-shapes.module.css';

/** As short as a tenth of a pixel allows. */
const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

type FrameShapesProps = {
  shapes: Shapes;
  /** The shapes that a search matches, over all others, which fade; undefined without a search. */
  matches?: Shapes | undefined;
  px: number;
};

/** Shapes and labels of a graph laid out `px` wide; they fill the width of their container. */
export const FrameShapes = memo(function FrameShapes({ shapes, matches, px }: FrameShapesProps) {
  const { height, paths, labels } = shapes;
  return (
    <div className={classes.shapes}>
      <svg viewBox={`0 0 ${px} ${height}`} preserveAspectRatio="none" height={height} aria-hidden>
        {paths.map(({ key, fill, d }) => (
          <path key={key} fill={matches ? UNMATCHED_FILL : fill} d={d} />
        ))}
        {matches?.paths.map(({ key, fill, d }) => (
          <path key={`match ${key}`} data-match fill={fill} d={d} />
        ))}
      </svg>
      {labels.map(({ text, x, width, row }, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: an element may become the label of any frame
          key={place}
          style={{ left: percent(x), width: percent(width), top: row * ROW_PX }}
        >
          {text}
        </span>
      ))}
    </div>
  );
});
