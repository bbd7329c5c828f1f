import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import type { Span } from '@/lib/time/range';
import type { HealthByName, HealthRequest, HealthSoFar } from './canaries-health';

/** The health of canaries, each with the range that it was read for. */
export type KeptHealth = Readonly<Record<string, { reading: HealthSoFar; span: Span }>>;

/** Adds what was read for a range, in place of what was read of the same canaries before. */
export const keepHealth = (kept: KeptHealth, read: HealthByName, span: Span): KeptHealth => ({
  ...kept,
  ...Object.fromEntries(Object.entries(read).map(([name, reading]) => [name, { reading, span }])),
});

/** The health of canaries in a range, and by name of those that were read only for another one, their health in that. */
export function healthOfRange(kept: KeptHealth, request: Pick<HealthRequest, 'span' | 'bins'>) {
  const byName: Record<string, HealthSoFar> = {};
  const ofOtherRange: Record<string, CanaryHealth> = {};
  for (const [name, { reading, span }] of Object.entries(kept)) {
    if (isSameRange(span, request)) byName[name] = reading;
    else if (reading.health) ofOtherRange[name] = reading.health;
  }
  return { byName: byName satisfies HealthByName, ofOtherRange };
}

/** Whether a range is the requested one, or that before it moved on by less than a part of a heartbeat. */
function isSameRange(read: Span, { span, bins }: Pick<HealthRequest, 'span' | 'bins'>): boolean {
  const lengthMs = span.to - span.from;
  const partMs = lengthMs / bins;
  return Math.abs(read.to - read.from - lengthMs) < 1 && Math.abs(span.to - read.to) < partMs;
}
