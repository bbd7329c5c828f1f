import type { CanaryHealth } from '../health/canary-health';
import { missedIn } from '../health/headline';
import type { CanaryRow } from './canary-row';

/** What can have happened to a canary in a range. */
export const RANGE_EVENTS = ['failed', 'missed'] as const;
export type RangeEvent = (typeof RANGE_EVENTS)[number];

export const RANGE_EVENT_LABELS: Record<RangeEvent, string> = {
  failed: 'Failed in the range',
  missed: 'Missed runs in the range',
};

/** The rows whose runs tell that something happened in the range. Those that were not read are left out. */
export const filterByRange = <Row extends CanaryRow>(rows: readonly Row[], event: RangeEvent | null): Row[] =>
  rows.filter(({ health }) => event === null || (health !== undefined && has(event, health)));

const has = (event: RangeEvent, health: CanaryHealth): boolean =>
  event === 'failed' ? health.passed < health.finished : missedIn(health) > 0;
