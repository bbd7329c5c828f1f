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

/** Lines around the matches of a search, over all frames. */
export const MatchOutlines = memo(function MatchOutlines({ d, px, height }: MatchOutlinesProps) {
  if (d === '') return null;
  return (
    <svg
      className={classes.outlines}
      viewBox={`0 0 ${px} ${height}`}
      preserveAspectRatio="none"
      height={height}
      aria-hidden
    >
      <path d={d} fill="none" stroke={STROKE} strokeWidth={OUTLINE_PX} />
    </svg>
  );
});
