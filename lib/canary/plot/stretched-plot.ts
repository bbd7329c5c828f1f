import type { Span } from '@/lib/time/range';
import { bandPath, placeIn } from './band-path';
import { barPaths, type OutcomePath, retryPaths } from './bar-paths';
import type { DurationScale } from './duration-scale';
import type { PlotRuns } from './plot-runs';
import { PLOT_HEIGHT } from './plot-size';
import { runBars } from './run-bars';

/**
 * A plot of runs for a page whose width isn't known yet: paths in a picture that is STRETCHED_WIDTH wide, which the page stretches
 * to its own width. Places are pixels from the top of the plot.
 */
export type StretchedPlot = {
  outages: string;
  gaps: string;
  bars: OutcomePath[];
  retries: OutcomePath[];
  /** Whether bars are of several runs, not all of which have the outcome of the bar. */
  hasShares: boolean;
  scale: Pick<DurationScale, 'kind' | 'cutCount' | 'p95'>;
  ticks: { label: string; y: number }[];
  p95Y: number | undefined;
  /** Runs left of this place are not loaded; 0 if all are. */
  loadedX: number;
};

/** Pixels: about the width of the page. */
export const STRETCHED_WIDTH = 1200;

type Drawn = {
  view: Span;
  scale: DurationScale;
  /** Times without the runs that were due, and in which the canary failed. */
  gaps: readonly Span[];
  outages: readonly Span[];
  /** Earlier runs are not loaded, epoch milliseconds. */
  loadedFrom: number;
};

/** Draws the runs of a view. */
export function stretchedPlot(
  plot: PlotRuns,
  { view, scale, gaps, outages, loadedFrom }: Drawn,
): StretchedPlot {
  const bars = runBars(plot, { span: view, width: STRETCHED_WIDTH, height: PLOT_HEIGHT, scale });
  const x = placeIn(view, STRETCHED_WIDTH);
  const { kind, cutCount, p95 } = scale;
  const y = (ms: number) => PLOT_HEIGHT * (1 - scale.share(ms));
  return {
    outages: bandPath(outages, x),
    gaps: bandPath(gaps, x),
    bars: barPaths(bars, PLOT_HEIGHT),
    retries: retryPaths(bars, PLOT_HEIGHT + 2),
    hasShares: bars.some(({ share }) => share < 1),
    scale: { kind, cutCount, p95 },
    ticks: scale.ticks.map(({ ms, label }) => ({ label, y: y(ms) })),
    p95Y: p95 === undefined ? undefined : y(p95),
    loadedX: Math.max(0, x(loadedFrom)),
  };
}
