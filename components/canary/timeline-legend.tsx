import type { Outcome } from '@/lib/canary/attempts';
import { StateMark } from './state-mark';
import mark from './state-mark.module.css';
import classes from './timeline-legend.module.css';

const OUTCOMES: readonly Outcome[] = ['passed', 'retried', 'failed', 'running'];

/** The meaning of the timeline's symbols and hatching. */
export function TimelineLegend() {
  return (
    <div className={classes.legend}>
      {OUTCOMES.map((outcome) => (
        <StateMark key={outcome} outcome={outcome} />
      ))}
      <span className={mark.state}>
        <span aria-hidden className={classes.gap} />
        Expected, but no run
      </span>
      <span className={classes.note}>Height: duration of each attempt</span>
    </div>
  );
}
