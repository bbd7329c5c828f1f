import type { Outcome } from './attempts';
import { retentionDays } from './availability';
import type { Canary, CanaryRun } from './run';

export const OUTCOME_LABELS: Record<Outcome, string> = {
  passed: 'Passed',
  retried: 'Passed after retry',
  failed: 'Failed',
  running: 'Running',
};

const OUTCOME_OF_STATE = { PASSED: 'passed', FAILED: 'failed', RUNNING: 'running' } as const;

/** How one attempt ended, in the words and marks of outcomes. */
export const attemptOutcome = ({ state }: Pick<CanaryRun, 'state'>): Outcome => OUTCOME_OF_STATE[state];

/** `First attempt`, `Retry 1`. */
export const attemptLabel = ({ retryAttempt }: Pick<CanaryRun, 'retryAttempt'>) =>
  retryAttempt ? `Retry ${retryAttempt}` : 'First attempt';

/** What a run's reason code means (GetCanaryRuns); undefined for a code that is not known. */
export function reasonCodeText(code: string): string | undefined {
  switch (code) {
    case 'CANARY_FAILURE':
      return 'The canary’s script failed, or Synthetics could not run it to its end.';
    case 'EXECUTION_FAILURE':
      return 'Something beside the script failed, such as saving screenshots or HAR files.';
    default:
      return undefined;
  }
}

/** What the script's own result means beside the run's state (GetCanaryRuns). */
export function testResultText(result: string): string {
  switch (result) {
    case 'PASSED':
      return 'The script passed';
    case 'FAILED':
      return 'The script failed';
    case 'UNKNOWN':
      return 'Not known: Synthetics could not determine it';
    default:
      return result;
  }
}

/** What a canary's state means where it isn't simply running: `Stopped`; as AWS names it when not known. */
export function canaryStateLabel(state: string): string {
  const words = state.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `AWS keeps failed runs of this canary for 31 days and passed runs for 7`: the start of a sentence. */
export function retentionText(canary: Pick<Canary, 'successRetentionDays' | 'failureRetentionDays'>) {
  const { passed, failed } = retentionDays(canary);
  const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);
  return passed === failed
    ? `AWS keeps runs of this canary for ${days(passed)}`
    : `AWS keeps failed runs of this canary for ${days(failed)} and passed runs for ${passed}`;
}

/** What tells a run from another that began at the same time: `Retry 1 · Firefox · eu-west-1`. */
export const variantLabel = (run: Pick<CanaryRun, 'retryAttempt' | 'browserType' | 'location'>) =>
  [attemptLabel(run), browserName(run.browserType), run.location].filter(Boolean).join(' · ');

/** `CHROME` as `Chrome`. */
export const browserName = (browserType: string | undefined) =>
  browserType && browserType.charAt(0) + browserType.slice(1).toLowerCase();
