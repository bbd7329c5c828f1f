import { formatNumber } from '@/lib/answer/format-number';
import { formatInstant } from '@/lib/time/format';
import type { RunType } from './run';

type NoRuns = {
  runType: RunType;
  /** Start of the newest run in any range, epoch milliseconds. */
  newest: number | undefined;
  /** Runs that were due in the range. */
  expected: number;
  /** How long AWS keeps runs, in words, if the whole range is older. */
  retention: string | undefined;
  /** Whether only dry runs of one id were requested. */
  isOneDryRun: boolean;
};

/** Why a range has no runs. */
export function noRunsText(
  { runType, newest, expected, retention, isOneDryRun }: NoRuns,
  zone: string,
): string {
  const runs = runType === 'DRY_RUN' ? 'dry runs' : 'runs';
  if (newest === undefined)
    return isOneDryRun
      ? 'No dry run has this id.'
      : `AWS has no ${runs} of this canary in this or any other range.`;
  if (retention) return `${retention}. None are left of this range.`;
  const though = expected > 0 ? `, though ${formatNumber(expected)} were due` : '';
  return `No ${runs} in this range${though}. The last one was on ${formatInstant(newest, zone)}.`;
}
