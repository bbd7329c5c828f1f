import { useId } from 'react';
import { PICTURE_HEIGHT, PLOT_HEIGHT, TOP } from '@/lib/canary/plot/plot-size';
import { STRETCHED_WIDTH, type StretchedPlot } from '@/lib/canary/plot/stretched-plot';
import { Hatches } from './hatches';
import classes from './stretched-picture.module.css';
import axis from './timeline-axes.module.css';
import { OutcomePaths } from './timeline-picture';
import picture from './timeline-picture.module.css';

/** Bars and bands of a timeline before the page knows its own width: they are stretched to it. */
export function StretchedPicture({ plot }: { plot: StretchedPlot }) {
  const id = useId();
  return (
    <div className={classes.picture}>
      <svg className={`${axis.axis} ${classes.axis}`} height={PICTURE_HEIGHT} aria-hidden>
        {plot.ticks.map(({ label, y }) => (
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
        viewBox={`0 0 ${STRETCHED_WIDTH} ${PICTURE_HEIGHT}`}
        height={PICTURE_HEIGHT}
        preserveAspectRatio="none"
        aria-hidden
      >
        <Hatches id={id} />
        <g transform={`translate(0 ${TOP})`}>
          <path className={picture.outage} d={plot.outages} />
          <path fill={`url(#${id}-gap)`} d={plot.gaps} />
          <OutcomePaths paths={plot.bars} />
          <OutcomePaths paths={plot.retries} />
          {plot.p95Y !== undefined && (
            <line x2={STRETCHED_WIDTH} y1={plot.p95Y} y2={plot.p95Y} className={picture.percentile} />
          )}
          {plot.loadedX > 0 && (
            <rect width={plot.loadedX} height={PLOT_HEIGHT} fill={`url(#${id}-unloaded)`} />
          )}
        </g>
      </svg>
    </div>
  );
}
