import type { Outcome } from '@/lib/canary/attempts';
import { OUTCOME_LABELS } from '@/lib/canary/labels';
import classes from './state-mark.module.css';

const SHAPES: Record<Outcome | 'silent', string> = {
  passed: '●',
  failed: '▲',
  retried: '◆',
  running: '◌',
  silent: '△',
};

type StateMarkProps =
  | { outcome: Outcome | undefined; label?: string }
  | { outcome: Outcome | 'silent' | undefined; label: string };

/** A state by shape, colour and label; a grey dash without data. */
export function StateMark({ outcome, label }: StateMarkProps) {
  return (
    <span className={classes.state} data-outcome={outcome}>
      <span aria-hidden className={classes.shape}>
        {outcome ? SHAPES[outcome] : '–'}
      </span>
      {label ?? (outcome && outcome !== 'silent' ? OUTCOME_LABELS[outcome] : 'No data')}
    </span>
  );
}
