import type { Outcome } from '@/lib/canary/attempts';
import { OUTCOME_LABELS } from '@/lib/canary/labels';
import classes from './state-mark.module.css';

export const OUTCOME_SHAPES: Record<Outcome, string> = {
  passed: '●',
  failed: '▲',
  retried: '◆',
  running: '◌',
};

type StateMarkProps = { outcome: Outcome | undefined; words?: string };

/** A state by shape, colour and word; a grey dash when there is no data. */
export function StateMark({ outcome, words }: StateMarkProps) {
  return (
    <span className={classes.state} data-outcome={outcome}>
      <span aria-hidden className={classes.shape}>
        {outcome ? OUTCOME_SHAPES[outcome] : '–'}
      </span>
      {words ?? (outcome ? OUTCOME_LABELS[outcome] : 'No data')}
    </span>
  );
}
