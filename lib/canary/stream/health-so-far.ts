import type { Problem } from '@/lib/answer/problem';
import type { CanaryHealth } from '../health/canary-health';
import type { HealthEvent } from './health-event';

/** The health of a canary as far as its runs were read. */
export type HealthSoFar = {
  health?: CanaryHealth;
  /** Whether all runs of the range were read that AWS has. */
  isCovered: boolean;
  /** Runs read so far. */
  runCount: number;
  problem?: Problem;
  /** When AWS was asked for the newest runs, epoch milliseconds. */
  asOf?: number;
  warnings: string[];
};

export type HealthByName = Readonly<Record<string, HealthSoFar>>;

/** Of a canary of which nothing was read yet. */
export const NO_HEALTH: HealthSoFar = { isCovered: false, runCount: 0, warnings: [] };

/** Whether everything of a range was read that can be, or nothing could. */
export const isRead = (reading: HealthSoFar | undefined) =>
  reading !== undefined && (reading.problem !== undefined || reading.asOf !== undefined);

/** The health of canaries after one more line about one of them. */
export const healthAfter = (byName: HealthByName, event: HealthEvent): HealthByName => ({
  ...byName,
  [event.name]: { ...NO_HEALTH, ...byName[event.name], ...changeOf(event) },
});

function changeOf(event: HealthEvent): Partial<HealthSoFar> {
  if (event.type === 'failed') return { problem: event.problem };
  if (event.type === 'end') return { asOf: event.asOf, warnings: event.warnings };
  const { health, isCovered, runCount } = event;
  return { health, isCovered, runCount };
}
