import { windowTitle } from '@/lib/answer/window-title';
import type { HealthState } from './canary-health';
import { HEALTH_LABELS } from './status-text';

const MARKS: Partial<Record<HealthState, string>> = { failing: '▲', silent: '△' };

/** States that a viewer of another window should see. */
export const isAlarming = (state: HealthState): boolean => state in MARKS;

/** The title of a window with a canary: `▲ Failing: login · Triptych`; its name alone while nothing is wrong. */
export const stateTitle = (name: string, state: HealthState): string =>
  windowTitle(`${isAlarming(state) ? `${MARKS[state]} ${HEALTH_LABELS[state]}: ` : ''}${name}`);

/** Whether a canary that failed or was silent is passing again. */
export const isRecovery = (before: HealthState | undefined, after: HealthState): boolean =>
  before !== undefined && isAlarming(before) && after === 'passing';

/** A state, and whether only the last run tells it. */
export type Judged = { state: HealthState; isByLastRun: boolean };

/**
 * The title of a window with the list of canaries: `▲ 2 failing (1 by its last run) · Canaries · Triptych`; the worst state alone, as
 * titles are short.
 */
export function listTitle(judged: readonly Judged[]): string {
  const worst = worstAlarm(judged.map(({ state }) => state));
  if (!worst) return windowTitle('Canaries');
  const those = judged.filter(({ state }) => state === worst);
  const last = those.filter(({ isByLastRun }) => isByLastRun).length;
  const base = last === 0 ? '' : ` (${last} by ${last === 1 ? 'its' : 'their'} last run)`;
  return windowTitle(`${MARKS[worst]} ${those.length} ${worst}${base} · Canaries`);
}

/** The worst state that a viewer of another window should see; undefined if there is none. */
export const worstAlarm = (states: readonly HealthState[]): HealthState | undefined =>
  (['failing', 'silent'] as const).find((state) => states.includes(state));

/** Names of the canaries that have recovered between two looks at their states. */
export const recoveredOf = (
  before: ReadonlyMap<string, HealthState>,
  after: ReadonlyMap<string, HealthState>,
): string[] => [...after].flatMap(([name, state]) => (isRecovery(before.get(name), state) ? [name] : []));
