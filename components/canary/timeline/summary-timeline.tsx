import { useId } from 'react';
import { PICTURE_HEIGHT, TIMELINE_HEIGHT, TOP } from '@/lib/canary/plot/plot-size';
import { SUMMARY_WIDTH, type SummaryTimeline as Timeline } from '@/lib/canary/summary/runs-summary';
import { Hatches } from './hatches';
import classes from './summary-timeline.module.css';
import { TimelineLegend } from './timeline-legend';
import { OutcomePaths } from './timeline-picture';
import picture from './timeline-picture.module.css';

/** The timeline of all runs of the range before the page has them: bars and bands, stretched to the width of the page. */
export function SummaryTimeline({ timeline }: { timeline: Timeline }) {
  const id = useId();
  return (
    <>
      <div style={{ height: TIMELINE_HEIGHT }}>
        <svg
          className={classes.plot}
          viewBox={`0 0 ${SUMMARY_WIDTH} ${PICTURE_HEIGHT}`}
          height={PICTURE_HEIGHT}
          preserveAspectRatio="none"
          role="img"
          aria-label="Run timeline. Its runs are loading."
          data-summary
        >
          <Hatches id={id} />
          <g transform={`translate(0 ${TOP})`}>
            <path className={picture.outage} d={timeline.outages} />
            <path fill={`url(#${id}-gap)`} d={timeline.gaps} />
            <OutcomePaths paths={timeline.bars} />
            <OutcomePaths paths={timeline.retries} />
          </g>
        </svg>
      </div>
      <TimelineLegend scale={timeline.scale} hasShares={timeline.hasShares} />
    </>
  );
}
