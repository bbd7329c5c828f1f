import { shortened } from '@/lib/answer/shortened';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { Anomaly } from '@/lib/profile/range/findings';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { AlertPage, Observation } from './alert';

/** Earlier anomalies are no news. */
export const MAX_ANOMALY_AGE_MS = DAY;

/** What AWS sends has no maximum. */
const MAX_NAME = 200;
const MAX_TEXT = 1000;

const STEP_MS = 5 * MINUTE;
const BEFORE_MS = HOUR;
const SHOWN_MS = 3 * HOUR;

/** The anomalies of a profiling group that began within the last day. */
export function observeAnomalies(group: string, anomalies: readonly Anomaly[], now: number): Observation[] {
  return anomalies.flatMap(({ name, threadStates, reason, instances }) => {
    const shown = shortened(name, MAX_NAME);
    const label = shortened(parseFrame(name).label, MAX_NAME);
    return instances
      .filter(({ from }) => from <= now && now - from <= MAX_ANOMALY_AGE_MS)
      .map(
        ({ from }): Observation => ({
          ...{
            key: `anomaly ${JSON.stringify([group, shown, threadStates.toSorted(), from])}`,
            kind: 'anomaly',
          },
          ...{ state: 'raised', since: from, subject: { profilingGroup: group, frame: shown } },
          title: `${label} is unusual in ${group}`,
          text: shortened(reason, MAX_TEXT) || `The share of samples of ${label} left its usual range.`,
          page: anomalyPage(group, from, now),
        }),
      );
  });
}

function anomalyPage(group: string, since: number, now: number): AlertPage {
  const from = Math.floor((since - BEFORE_MS) / STEP_MS) * STEP_MS;
  const span = { from, to: Math.min(now, from + SHOWN_MS) };
  return { path: `/profiles/${encodeURIComponent(group)}`, span, asOf: now };
}
