import { MINUTE, SECOND } from '@/lib/time/duration';
import type { CanaryRun } from './run';

const STATES = { P: 'PASSED', F: 'FAILED', R: 'RUNNING' } as const;

/**
 * Runs from a picture, newest first as AWS returns them: one word per scheduled run, every five minutes from instant 0,
 * one letter per attempt (P passed, F failed, R running), a dot for a missing run.
 * `P . FP FFF`: passed; missing; passed after a retry; failed three times. Each attempt takes `seconds`.
 */
export function runs(picture: string, seconds = 10): CanaryRun[] {
  const made = picture
    .trim()
    .split(/\s+/)
    .flatMap((word, slot) =>
      word === '.' ? [] : [...word].map((letter, attempt) => attemptRun(slot, letter, attempt, seconds)),
    );
  return made.reverse();
}

function attemptRun(slot: number, letter: string, attempt: number, seconds: number): CanaryRun {
  const state = STATES[letter as keyof typeof STATES];
  const started = slot * 5 * MINUTE + attempt * MINUTE;
  return {
    id: `${slot}-${attempt}`,
    scheduledRunId: `s${slot}`,
    name: 'login',
    state,
    started,
    ...(attempt > 0 && { retryAttempt: attempt }),
    ...(state !== 'RUNNING' && { completed: started + seconds * SECOND }),
  };
}
