import { DAY } from '@/lib/time/duration';
import type { Alert, AlertKind, Observation } from './alert';

/** An alert that was raised and has not ended, by the key of its observation. Epoch milliseconds; `since` is when the trouble began. */
export type Raised = Readonly<Record<string, { kind: AlertKind; at: number; since?: number | undefined }>>;

/** What is too old to be reported again is forgotten: anomalies don't recover, and budgets are deleted. */
const FORGOTTEN_AFTER_MS: Record<AlertKind, number> = {
  canary: Number.POSITIVE_INFINITY,
  budget: 400 * DAY,
  anomaly: 8 * DAY,
};

/** Maximum number of alerts of a kind that are raised. Further ones wait until others have ended. */
const MAX_RAISED = 2000;

/** Maximum number of alerts that follow at once. Others follow from later observations. */
const MAX_AT_ONCE = 200;

/** The alerts that follow from observations, and what is raised afterwards. What was not observed stays as it was. */
export function nextAlerts(
  raised: Raised,
  observations: readonly Observation[],
  now: number,
): { raised: Raised; alerts: Alert[] } {
  const next = new Map(
    Object.entries(raised).filter(([, { kind, at }]) => now - at <= FORGOTTEN_AFTER_MS[kind]),
  );
  const count = (of: AlertKind) => [...next.values()].filter(({ kind }) => kind === of).length;
  const alerts: Alert[] = [];
  for (const { state, newest, ...observed } of observations) {
    if (alerts.length >= MAX_AT_ONCE) break;
    const { key, kind, since } = observed;
    const before = next.get(key);
    if (state === 'raised') {
      if (before || count(kind) >= MAX_RAISED) continue;
      next.set(key, { kind, at: now, ...(since !== undefined && { since }) });
      alerts.push({ ...observed, status: 'raised', at: now, raisedAt: now });
      continue;
    }
    if (!before || (state === 'fine' && !hasRunSince(newest, before.since))) continue;
    next.delete(key);
    const status = state === 'fine' ? 'recovered' : 'ended';
    if (kind === 'canary') alerts.push({ ...observed, status, at: now, raisedAt: before.at });
  }
  return { raised: Object.fromEntries(next), alerts };
}

/** A silent canary that was edited looks well until its next runs are missing, too. */
const hasRunSince = (newest: number | undefined, since: number | undefined) =>
  newest === undefined || since === undefined || newest > since;
