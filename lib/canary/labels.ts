import { capitalized } from '@/lib/answer/capitalized';
import { counted } from '@/lib/answer/counted';
import { attemptOutcome, type Outcome } from './attempts';
import { retentionDays } from './availability';
import type { Canary, CanaryRun, RunType } from './run';

export const OUTCOME_LABELS: Record<Outcome, string> = {
  passed: 'Passed',
  retried: 'Passed after retry',
  failed: 'Failed',
  running: 'Running',
};

/** The state of one attempt. A failed run whose script passed, such as one whose artifacts could not be saved, is told apart. */
export function runStateLabel({ state, testResult, stateReasonCode }: RunResult): string {
  if (state !== 'FAILED' || testResult !== 'PASSED') return OUTCOME_LABELS[attemptOutcome({ state })];
  return stateReasonCode === 'EXECUTION_FAILURE' ? 'Failed to save artifacts' : 'Failed after the script';
}

type RunResult = Pick<CanaryRun, 'state' | 'testResult' | 'stateReasonCode'>;

/** `First attempt`, `Retry 1`. */
export const attemptLabel = ({ retryAttempt }: Pick<CanaryRun, 'retryAttempt'>) =>
  retryAttempt ? `Retry ${retryAttempt}` : 'First attempt';

/** The meaning of a run's reason code (GetCanaryRuns); undefined for an unknown code. */
export function reasonCodeText(code: string): string | undefined {
  switch (code) {
    case 'CANARY_FAILURE':
      return 'The canary’s script failed, or Synthetics could not complete it.';
    case 'EXECUTION_FAILURE':
      return 'Something other than the script failed, such as saving screenshots or HAR files.';
    default:
      return undefined;
  }
}

/** The meaning of the script's own result (GetCanaryRuns). */
export function testResultText(result: string): string {
  switch (result) {
    case 'PASSED':
      return 'The script passed';
    case 'FAILED':
      return 'The script failed';
    case 'UNKNOWN':
      return 'Unknown: Synthetics could not determine it';
    default:
      return result;
  }
}

/** A canary's state as AWS names it, in sentence case: `Stopped`. */
export function canaryStateLabel(state: string): string {
  return capitalized(state.toLowerCase().replaceAll('_', ' '));
}

/** A sentence without its full stop: `AWS keeps failed runs of this canary for 31 days and passed runs for 7`. */
export function retentionText(canary: Pick<Canary, 'successRetentionDays' | 'failureRetentionDays'>) {
  const { passed, failed } = retentionDays(canary);
  return passed === failed
    ? `AWS keeps runs of this canary for ${counted(passed, 'day')}`
    : `AWS keeps failed runs of this canary for ${counted(failed, 'day')} and passed runs for ${passed}`;
}

/**
 * Distinguishes runs that started at the same time: `Retry 1 · Firefox · eu-west-1`, or with the start of the first attempt in words
 * `Retry 1 of run 09:42:00`.
 */
export const variantLabel = (
  run: Pick<CanaryRun, 'retryAttempt' | 'browserType' | 'location'>,
  firstStarted?: string,
) =>
  [`${attemptLabel(run)}${firstStarted ? ` of run ${firstStarted}` : ''}`, variantName(run)]
    .filter(Boolean)
    .join(' · ');

/** A browser and location, as far as AWS names them: `Firefox · eu-west-1`, `eu-west-1`. */
export const variantName = ({ browserType, location }: Pick<CanaryRun, 'browserType' | 'location'>) =>
  [browserName(browserType), location].filter(Boolean).join(' · ');

/** `CHROME` as `Chrome`. */
export const browserName = (browserType: string | undefined) =>
  browserType && browserType.charAt(0) + browserType.slice(1).toLowerCase();

/** The title of the panel with the runs. */
export const runsTitle = (runType: RunType): string => (runType === 'DRY_RUN' ? 'Dry runs' : 'Runs');
