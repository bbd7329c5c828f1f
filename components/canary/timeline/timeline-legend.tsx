import { counted } from '@/lib/answer/counted';
import type { DurationScale } from '@/lib/canary/plot/duration-scale';
import { formatDuration } from '@/lib/time/duration';
import shared from '../canary.module.css';
import { OutcomeMarks } from '../outcome-marks';
import mark from '../state-mark.module.css';
import classes from './timeline-legend.module.css';

type TimelineLegendProps = {
  scale: Pick<DurationScale, 'kind' | 'cutCount' | 'p95'>;
  /** Whether bars are of several runs, not all of which have the outcome of the bar. */
  hasShares: boolean;
};

/** The meaning of the timeline's symbols, hatching, dashed line and heights, and what the axis cuts. */
export function TimelineLegend({ scale, hasShares }: TimelineLegendProps) {
  const cut = scale.cutCount > 0 ? `${counted(scale.cutCount, 'bar')} cut by the axis. ` : '';
  const kind = scale.kind === 'log' ? ', log axis' : '';
  return (
    <div className={classes.legend}>
      <OutcomeMarks />
      {hasShares && (
        <span className={mark.state}>
          <span aria-hidden className={classes.rest} />
          Other runs in the same bar
        </span>
      )}
      <span className={mark.state}>
        <span aria-hidden className={classes.gap} />
        Due, but no run
      </span>
      {scale.p95 !== undefined && (
        <span className={mark.state}>
          <span aria-hidden className={classes.percentile} />
          p95 of first attempts: {formatDuration(scale.p95)}
        </span>
      )}
      <span className={`${classes.note} ${shared.muted}`}>
        {cut}Height: duration of the first attempt{kind}. Retries are below.
      </span>
    </div>
  );
}
