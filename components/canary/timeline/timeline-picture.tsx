import { memo, useId } from 'react';
import { bandPath, placeIn } from '@/lib/canary/plot/band-path';
import { barPaths, breakPath, type OutcomePath, retryPaths, symbolPaths } from '@/lib/canary/plot/bar-paths';
import type { DurationScale } from '@/lib/canary/plot/duration-scale';
import { PLOT_HEIGHT, TOP } from '@/lib/canary/plot/plot-size';
import type { RunBar } from '@/lib/canary/plot/run-bars';
import { formatDuration } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { BandLabels } from './band-labels';
import { Hatches } from './hatches';
import type { BandLabel } from './placed-labels';
import classes from './timeline-picture.module.css';

/** From the top of the row to the base line of its texts, pixels. */
const LABEL_BASE = 13;

type TimelinePictureProps = {
  bars: readonly RunBar[];
  /** Times without the runs that were due. */
  gaps: readonly Span[];
  /** Times in which the canary failed. */
  outages: readonly Span[];
  span: Span;
  /** Earlier runs are not loaded, epoch milliseconds. */
  loadedFrom: number;
  width: number;
  scale: DurationScale;
};

/** The parts of the timeline that don't change with the pointer: outages, gaps, bars, retries, symbols, and what isn't loaded. */
export const TimelinePicture = memo(function TimelinePicture(props: TimelinePictureProps) {
  const { bars, gaps, outages, span, loadedFrom, width, scale } = props;
  const id = useId();
  const x = placeIn(span, width);
  const unloaded = x(loadedFrom);
  const labels = [...outages.map(outageLabel), ...gaps.map(gapLabel)];
  const p95 = scale.p95 === undefined ? undefined : PLOT_HEIGHT * (1 - scale.share(scale.p95));
  return (
    <g>
      <Hatches id={id} />
      <path className={classes.outage} d={bandPath(outages, x)} />
      <path fill={`url(#${id}-gap)`} d={bandPath(gaps, x)} />
      <OutcomePaths paths={barPaths(bars, PLOT_HEIGHT)} />
      <path className={classes.break} d={breakPath(bars)} />
      <OutcomePaths paths={retryPaths(bars, PLOT_HEIGHT + 2)} />
      <OutcomePaths paths={symbolPaths(bars, -10)} />
      {p95 !== undefined && bars.length > 0 && (
        <line x2={width} y1={p95} y2={p95} className={classes.percentile} />
      )}
      <BandLabels labels={labels} x={x} y={LABEL_BASE - TOP} />
      {unloaded > 0 && (
        <g>
          <rect width={unloaded} height={PLOT_HEIGHT} fill={`url(#${id}-unloaded)`} />
          {unloaded > 90 && (
            <text x={unloaded / 2} y={PLOT_HEIGHT / 2} textAnchor="middle" className={classes.label}>
              not loaded
            </text>
          )}
        </g>
      )}
    </g>
  );
});

function outageLabel(band: Span): BandLabel {
  const length = formatDuration(band.to - band.from);
  return { band, texts: [`failing for ${length}`, length] };
}

const gapLabel = (band: Span): BandLabel => ({ band, texts: ['runs missing', 'missing'] });

/** Bars, retries or symbols, by outcome. */
export const OutcomePaths = ({ paths }: { paths: readonly OutcomePath[] }) =>
  paths.map(({ outcome, d }) => (
    <path key={outcome} data-outcome={outcome} className={classes.outcome} d={d} />
  ));
