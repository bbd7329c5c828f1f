import type { Answer } from '@/lib/answer/answer';
import type { CanaryRun, CanaryWithLastRun } from '@/lib/canary/run';
import { describeCanaries } from './describe-canaries';

/**
 * The canaries of the account and region as lists show them: of each last run only its outcome and start, because hundreds of reasons
 * and locations of artifacts would make a page large. Rejects with a ProblemError.
 */
export async function listCanaries(_: undefined, signal?: AbortSignal): Promise<Answer<CanaryWithLastRun[]>> {
  const { data, ...facts } = await describeCanaries(undefined, signal);
  const listed = data.map(({ id: _id, stateReason: _reason, runtimeVersion: _version, ...canary }) => ({
    ...canary,
    ...(canary.lastRun && { lastRun: outcomeOf(canary.lastRun) }),
  }));
  return { data: listed, ...facts };
}

const outcomeOf = ({ id, name, state, started, retryAttempt }: CanaryRun): CanaryRun => ({
  ...{ id, name, state, started },
  ...(retryAttempt !== undefined && { retryAttempt }),
});
