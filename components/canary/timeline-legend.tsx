import type { Outcome } from '@/lib/canary/attempts';
import classes from './canary.module.css';
import { StateMark } from './state-mark';

const OUTCOMES: readonly Outcome[] = ['passed', 'retried', 'failed', 'running'];

/** What the shapes and hatches of the timeline mean. */
export function TimelineLegend() {
  return (
    <div className={classes.legend}>
      {OUTCOMES.map((outcome) => (
        <StateMark key={outcome} outcome={outcome} />
      ))}
      <span className={classes.state}>
        <span aria-hidden className={classes.gapSwatch} />
        Expected, but no run
      </span>
      <span className={classes.legendNote}>Height: duration of each attempt</span>
    </div>
  );
}
