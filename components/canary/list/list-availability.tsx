'use client';

import { useRange } from '@/components/range/use-range';
import { formatNumber } from '@/lib/answer/format-number';
import { formatAvailability } from '@/lib/canary/availability';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { missedIn, missedText } from '@/lib/canary/health/headline';
import { coverageText } from '@/lib/canary/list/coverage-text';
import classes from './list-table.module.css';
import type { ListedCanary } from './use-canary-rows';

type ListAvailabilityProps = { row: ListedCanary; health: CanaryHealth };

/**
 * The availability in the range, and how many runs it is of: of the newest ones as long as older ones are being read, and of those
 * since an instant if AWS no longer keeps all.
 */
export function ListAvailability({ row, health }: ListAvailabilityProps) {
  const { canary, reading } = row;
  const { span, zone, now } = useRange();
  const { passed, finished, isExpired, coverage } = health;
  const isOfOtherRange = row.health === undefined;
  const isCovered = reading?.isCovered ?? isOfOtherRange;
  const missed = missedText(missedIn(health));
  const gap = isCovered && !isOfOtherRange ? coverageText(canary, { coverage, span, now }, zone) : undefined;
  const none = isExpired ? 'no longer kept' : isCovered ? 'no finished run' : 'reading';
  return (
    <>
      {finished === 0 ? (
        <span className={classes.muted}>{none}</span>
      ) : (
        <>
          {formatAvailability(passed / finished)}
          <span className={`${classes.line} ${classes.muted}`}>
            of {isCovered ? '' : 'newest '}
            {formatNumber(finished)}
          </span>
        </>
      )}
      {isOfOtherRange && <span className={`${classes.line} ${classes.muted}`}>in another range</span>}
      {(missed || gap) && (
        <span className={`${classes.line} ${classes.muted}`} title={gap?.title}>
          {[missed, gap?.text].filter(Boolean).join(', ')}
        </span>
      )}
    </>
  );
}
