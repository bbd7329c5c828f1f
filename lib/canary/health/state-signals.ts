import type { HealthState } from './canary-health';
import { HEALTH_LABELS } from './status-text';

const MARKS: Partial<Record<HealthState, string>> = { failing: '▲', silent: '△' };

/** States that a viewer of another window should see. */
export const isAlarming = (state: HealthState): boolean => state in MARKS;

/** The title of a window with a canary: `▲ Failing: login · Triptych`; its name alone while nothing is wrong. */
export const stateTitle = (name: string, state: HealthState): string =>
  `${isAlarming(state) ? `${MARKS[state]} ${HEALTH_LABELS[state]}: ` : ''}${name} · Triptych`;

/** Whether a canary that failed or was silent is passing again. */
export const isRecovery = (before: HealthState | undefined, after: HealthState): boolean =>
  before !== undefined && isAlarming(before) && after === 'passing';
