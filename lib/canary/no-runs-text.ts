import { formatNumber } from '@/lib/answer/format-number';
import { formatInstant } from '@/lib/time/format';
import type { RunType } from './run';

/** What is known of a range without runs. */
export type NoRuns = {
  runType: RunType;
  /** Start of the newest run that is loaded, in any range, epoch milliseconds. */
  newest: number | undefined;
  /** Whether all runs are loaded that AWS has. */
  isAll: boolean;
  /** Whether only those of a location or browser are shown. */
  isOnePlace: boolean;
  /** Runs that were due in the range. */
  expected: number;
  /** How long AWS keeps runs, in words, if the whole range is older. */
  retention: string | undefined;
  /** Whether only dry runs of one id were requested. */
  isOneDryRun: boolean;
};

/** Why a range has no runs. */
export function noRunsText(
  { runType, newest, isAll, isOnePlace, expected, retention, isOneDryRun }: NoRuns,
  zone: string,
): string {
  const runs = runType === 'DRY_RUN' ? 'dry runs' : 'runs';
  const place = isOnePlace ? ' in the chosen location and browser' : '';
  if (newest === undefined && isAll) {
    if (isOneDryRun && !isOnePlace) return 'No dry run has this id.';
    return `This canary has no ${runs}${place}, in this range or any other.`;
  }
  if (retention) return `${retention}. None are left of this range.`;
  const though = expected > 0 ? `, though ${formatNumber(expected)} were due` : '';
  const last = newest === undefined ? '' : ` The last one was on ${formatInstant(newest, zone)}.`;
  return `No ${runs}${place} in this range${though}.${last}`;
}
