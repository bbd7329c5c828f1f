import { memo } from 'react';
import { OUTLINE_COLOURS, OUTLINE_PX } from '@/lib/profile/graph/match-outlines';
import classes from './frame-shapes.module.css';

const STROKE = `light-dark(${OUTLINE_COLOURS.light}, ${OUTLINE_COLOURS.dark})`;

type MatchOutlinesProps = {
  /** Path in pixels of a graph `px` wide. */
  d: string;
  px: number;
  height: number;
};

/** Lines around the matches of a search, over all frames. Empty without one, because a new element would lay out the page again. */
export const MatchOutlines = memo(function MatchOutlines({ d, px, height }: MatchOutlinesProps) {
  return (
    <svg
      className={classes.outlines}
      viewBox={`0 0 ${px} ${height}`}
      preserveAspectRatio="none"
      height={height}
      aria-hidden
    >
      {d !== '' && <path d={d} fill="none" stroke={STROKE} strokeWidth={OUTLINE_PX} />}
    </svg>
  );
});
