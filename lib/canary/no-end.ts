import { MINUTE, SECOND } from '@/lib/time/duration';
import type { Canary, CanaryRun } from './run';

/** The longest timeout and the most retries that AWS allows. */
const MAX_TIMEOUT_SECONDS = 840;
const MAX_RETRIES = 2;

/** A margin of ours for the start and the end of each attempt. */
const MARGIN_MS = MINUTE;

/** What bounds the time that a run may take. */
export type RunLimits = Pick<Canary, 'timeoutSeconds' | 'maxRetries'>;

/** Maximum time from the start of a scheduled run to the end of its last retry, milliseconds. */
export const maxRunMs = ({ timeoutSeconds = MAX_TIMEOUT_SECONDS, maxRetries = MAX_RETRIES }: RunLimits) =>
  (maxRetries + 1) * (timeoutSeconds * SECOND + MARGIN_MS);

/** Whether a run is RUNNING for longer than its timeout and retries allow: it has no known end. */
export const hasNoKnownEnd = (run: Pick<CanaryRun, 'state' | 'started'>, canary: RunLimits, now: number) =>
  run.state === 'RUNNING' && now - run.started > maxRunMs(canary);
