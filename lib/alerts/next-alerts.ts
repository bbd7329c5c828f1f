import { DAY } from '@/lib/time/duration';
import type { Alert, AlertKind, Observation } from './alert';

/** An alert that was raised and has not ended, by the key of its observation. `at`: epoch milliseconds. */
export type Raised = Readonly<Record<string, { kind: AlertKind; at: number }>>;

/** Anomalies don't recover. They are forgotten once they are too old to be reported again. */
const FORGOTTEN_AFTER_MS = 8 * DAY;

/** Maximum number of alerts that are raised at a time. Further ones wait until others have ended. */
const MAX_RAISED = 5000;

/** The alerts that follow from observations, and what is raised afterwards. What was not observed stays as it was. */
export function nextAlerts(
  raised: Raised,
  observations: readonly Observation[],
  now: number,
): { raised: Raised; alerts: Alert[] } {
  const next = new Map(Object.entries(raised).filter(([, each]) => !isForgotten(each, now)));
  const alerts: Alert[] = [];
  for (const { state, ...observed } of observations) {
    const before = next.get(observed.key);
    if (state === 'raised') {
      if (before || next.size >= MAX_RAISED) continue;
      next.set(observed.key, { kind: observed.kind, at: now });
      alerts.push({ ...observed, status: 'raised', at: now, raisedAt: now });
    } else if (before) {
      next.delete(observed.key);
      if (observed.kind === 'canary')
        alerts.push({
          ...observed,
          status: state === 'fine' ? 'recovered' : 'ended',
          at: now,
          raisedAt: before.at,
        });
    }
  }
  return { raised: Object.fromEntries(next), alerts };
}

const isForgotten = ({ kind, at }: Raised[string], now: number) =>
  kind === 'anomaly' && now - at > FORGOTTEN_AFTER_MS;
