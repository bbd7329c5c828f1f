import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { type HealthByName, type HealthSoFar, isRead } from '@/lib/canary/stream/health-so-far';
import type { Span } from '@/lib/time/range';
import type { HealthRequest } from './canaries-health';

/** What the health of canaries is read for. */
export type HealthRange = Omit<HealthRequest, 'names'> & {
  /** The range as a person chose it, which remains the same while it moves on. */
  choice?: string | undefined;
};

type Kept = { reading: HealthSoFar; range: HealthRange };

/** The health of canaries, each with the range that it was read for. */
export type KeptHealth = Readonly<Record<string, Kept>>;

/** Adds what was read for a range. What was read whole before that moved on stays until its canary is read again. */
export function keepHealth(kept: KeptHealth, read: HealthByName, range: HealthRange): KeptHealth {
  const next: Record<string, Kept> = { ...kept };
  for (const [name, reading] of Object.entries(read)) {
    const old = next[name];
    const isBetter = old && isRead(old.reading) && !isRead(reading) && isSameChoice(old.range, range);
    if (!isBetter) next[name] = { reading, range };
  }
  return next;
}

/** The same as of no present, so that each canary is read again and shown as it was until then. */
export const outdatedHealth = (kept: KeptHealth): KeptHealth =>
  Object.fromEntries(
    Object.entries(kept).map(([name, { reading, range }]) => [
      name,
      { reading, range: { ...range, now: Number.NaN } },
    ]),
  );

/**
 * The health of canaries in a range, or in what it was before it moved on; by name of those that were read only for another one, their
 * health in that; and the names of those that are read for the range as it is at the page's present.
 */
export function healthOfRange(kept: KeptHealth, range: HealthRange) {
  const byName: Record<string, HealthSoFar> = {};
  const ofOtherRange: Record<string, CanaryHealth> = {};
  const current = new Set<string>();
  for (const [name, { reading, range: read }] of Object.entries(kept)) {
    if (isSameChoice(read, range)) byName[name] = reading;
    else if (reading.health) ofOtherRange[name] = reading.health;
    if (isSamePresent(read, range) && isRead(reading)) current.add(name);
  }
  return {
    byName: byName satisfies HealthByName,
    ofOtherRange,
    current: current satisfies ReadonlySet<string>,
  };
}

const isSamePresent = (read: HealthRange, { span, now }: HealthRange): boolean =>
  read.now === now && read.span.from === span.from && read.span.to === span.to;

/** Whether a range is the requested one, the same choice at another present, or moved on by less than a part of a heartbeat. */
const isSameChoice = (read: HealthRange, range: HealthRange): boolean =>
  (range.choice !== undefined && read.choice === range.choice) || isNear(read.span, range);

function isNear(read: Span, { span, bins }: HealthRange): boolean {
  const lengthMs = span.to - span.from;
  const partMs = lengthMs / bins;
  return Math.abs(read.to - read.from - lengthMs) < 1 && Math.abs(span.to - read.to) < partMs;
}
