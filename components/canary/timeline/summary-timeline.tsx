import { useId } from 'react';
import { PICTURE_HEIGHT, TIMELINE_HEIGHT, TOP } from '@/lib/canary/plot/plot-size';
import { SUMMARY_WIDTH, type SummaryTimeline as Timeline } from '@/lib/canary/summary/runs-summary';
import { Hatches } from './hatches';
import classes from './summary-timeline.module.css';
import axis from './timeline-axes.module.css';
import { TimelineLegend } from './timeline-legend';
import { OutcomePaths } from './timeline-picture';
import picture from './timeline-picture.module.css';

/** The timeline of all runs of the range before the page has them: bars and bands, stretched to the width of the page. */
export function SummaryTimeline({ timeline }: { timeline: Timeline }) {
  const id = useId();
  return (
    <>
      <div className={classes.timeline} style={{ height: TIMELINE_HEIGHT }}>
        <svg className={`${axis.axis} ${classes.axis}`} height={PICTURE_HEIGHT} aria-hidden>
          {timeline.ticks.map(({ label, y }) => (
            <g key={label}>
              <line x2="100%" y1={TOP + y} y2={TOP + y} />
              <text x={-8} y={TOP + y} dy="0.32em" textAnchor="end">
                {label}
              </text>
            </g>
          ))}
        </svg>
        <svg
          className={classes.plot}
          viewBox={`0 0 ${SUMMARY_WIDTH} ${PICTURE_HEIGHT}`}
          height={PICTURE_HEIGHT}
          preserveAspectRatio="none"
          role="img"
          aria-label="All runs of the range. They can be opened once they are loaded."
          data-summary
        >
          <Hatches id={id} />
          <g transform={`translate(0 ${TOP})`}>
            <path className={picture.outage} d={timeline.outages} />
            <path fill={`url(#${id}-gap)`} d={timeline.gaps} />
            <OutcomePaths paths={timeline.bars} />
            <OutcomePaths paths={timeline.retries} />
            {timeline.p95Y !== undefined && (
              <line x2={SUMMARY_WIDTH} y1={timeline.p95Y} y2={timeline.p95Y} className={picture.percentile} />
            )}
          </g>
        </svg>
      </div>
      <TimelineLegend scale={timeline.scale} hasShares={timeline.hasShares} />
    </>
  );
}
