import { ProblemError } from '@/lib/answer/problem';
import { processWide } from './process-wide';

const RETRY_AFTER_SECONDS = 5;

const state = () => processWide('draining', () => ({ isDraining: false }));

/** Whether the server has been told to stop: it ends what runs and begins nothing that takes long. */
export const isDraining = (): boolean => state().isDraining;

export function setDraining(isOn: boolean): void {
  state().isDraining = isOn;
}

/** Throws a ProblemError while the server stops. */
export function refuseWhileDraining(): void {
  if (!isDraining()) return;
  throw new ProblemError({
    code: 'Draining',
    message: 'The dashboard’s server is stopping. Try again in a few seconds.',
    status: 503,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    retryable: true,
  });
}
