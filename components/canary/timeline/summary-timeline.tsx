import { TIMELINE_HEIGHT } from '@/lib/canary/plot/plot-size';
import type { StretchedPlot } from '@/lib/canary/plot/stretched-plot';
import { StretchedPicture } from './stretched-picture';
import { TimelineLegend } from './timeline-legend';

/** The timeline of all runs of the range before the page has them. */
export const SummaryTimeline = ({ plot }: { plot: StretchedPlot }) => (
  <>
    <div
      style={{ height: TIMELINE_HEIGHT }}
      role="img"
      aria-label="All runs of the range. They can be opened once they are loaded."
    >
      <StretchedPicture plot={plot} />
    </div>
    <TimelineLegend scale={plot.scale} hasShares={plot.hasShares} />
  </>
);
