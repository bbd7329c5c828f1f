import type { Span } from '@/lib/time/range';
import type { Canary } from './run';

export type Activity = Pick<Canary, 'state' | 'created' | 'modified' | 'lastStarted' | 'lastStopped'>;

/** States in which the schedule runs unless the canary was stopped after its last start. */
const MAY_RUN = new Set(['UPDATING', 'STARTING', 'UNKNOWN']);

/** When the canary was started, oldest first. AWS reports only the last start and the last stop. Epoch milliseconds. */
export function activePeriods({ state, created, lastStarted, lastStopped }: Activity, now: number): Span[] {
  const from = created ?? Number.NEGATIVE_INFINITY;
  const isRunning =
    state === 'RUNNING' ||
    (MAY_RUN.has(state) && lastStarted !== undefined && lastStarted >= (lastStopped ?? lastStarted));
  if (!isRunning) return lastStopped === undefined ? [] : [{ from, to: lastStopped }];
  if (lastStopped === undefined) return [{ from: lastStarted ?? from, to: now }];
  if (lastStarted === undefined || lastStarted < lastStopped) return [{ from, to: now }];
  return [
    { from, to: lastStopped },
    { from: lastStarted, to: now },
  ];
}

/** Whether the canary's schedule runs at an instant. */
export const isActiveAt = (canary: Activity, instant: number) =>
  activePeriods(canary, Number.POSITIVE_INFINITY).some(({ from, to }) => from <= instant && instant < to);
