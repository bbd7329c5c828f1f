import { formatInstant } from '@/lib/time/format';
import type { RunType } from './run';

type NoRunsWordsProps = {
  runType: RunType;
  /** Start of the newest run there is, in any range; epoch milliseconds. */
  newest: number | undefined;
  /** Runs that the schedule asked for in the range. */
  expected: number;
  /** How long AWS keeps runs, in words, where all of the range is older. */
  gone: string | undefined;
  /** Dry runs of one id alone were asked for. */
  ofOneId: boolean;
};

/** Why a range shows no runs. */
export function noRunsText(
  { runType, newest, expected, gone, ofOneId }: NoRunsWordsProps,
  zone: string,
): string {
  const runs = runType === 'DRY_RUN' ? 'dry runs' : 'runs';
  if (newest === undefined)
    return ofOneId
      ? 'There is no dry run with this id.'
      : `AWS has no ${runs} of this canary, in this range or any other.`;
  if (gone) return `${gone}: none are left of this range.`;
  const though = expected > 0 ? `, though the schedule asked for ${expected.toLocaleString('en-US')}` : '';
  return `No ${runs} in this range${though}. The last one was on ${formatInstant(newest, zone)}.`;
}
