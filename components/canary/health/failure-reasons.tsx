import { UnstyledButton } from '@mantine/core';
import { formatNumber } from '@/lib/answer/format-number';
import type { ReasonGroup } from '@/lib/canary/health/failures';
import type { CanaryRun } from '@/lib/canary/run';
import shared from '../canary.module.css';
import classes from './failures.module.css';

/** Further reasons are counted together. */
const MAX_REASONS = 12;

type FailureReasonsProps = {
  reasons: readonly ReasonGroup[];
  failed: number;
  onSelect: (run: CanaryRun) => void;
};

/** Reasons of failures, the most frequent first. Each opens its newest run. */
export function FailureReasons({ reasons, failed, onSelect }: FailureReasonsProps) {
  const rest = reasons.slice(MAX_REASONS);
  return (
    <section aria-label="Failures by reason">
      <h3 className={classes.heading}>By reason</h3>
      <ol className={classes.list}>
        {reasons.slice(0, MAX_REASONS).map(({ reason, count, newest }) => (
          <li key={newest.id}>
            <UnstyledButton className={classes.reasonButton} title={reason} onClick={() => onSelect(newest)}>
              <span className={classes.count}>{formatNumber(count)}</span>
              <bdi className={classes.reasonText}>{reason ?? 'AWS gave no reason'}</bdi>
              <span aria-hidden className={classes.share} style={{ width: `${(100 * count) / failed}%` }} />
            </UnstyledButton>
          </li>
        ))}
      </ol>
      {rest.length > 0 && (
        <p className={shared.muted}>
          {formatNumber(rest.reduce((sum, { count }) => sum + count, 0))} more, of {rest.length} other
          reasons.
        </p>
      )}
    </section>
  );
}
