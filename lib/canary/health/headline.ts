import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import { formatAvailability } from '../availability';
import type { CanaryHealth, HealthState } from './canary-health';

/** A canary's health, as far as it is known. `problem`: why no more of it can be read. */
export type KnownHealth = { health?: CanaryHealth | undefined; isCovered: boolean; problem?: unknown };

/** States in which a canary is neither up nor down. */
const STATELESS: readonly HealthState[] = ['running', 'not set up', 'unknown'];

/**
 * The headline of canaries at the end of a range, with what isn't known:
 * `4 of 6 up · 1 failing · 1 silent · 1 stopped · 98.20 % of 812 runs passed · 3 missed`. Of more canaries than those, it begins with
 * `20 of 500 canaries: `. A canary that was created after the range is neither up nor down.
 */
export function healthHeadline(canaries: readonly KnownHealth[], total = canaries.length): string {
  const states = canaries.map(({ health }) => health?.atEnd.state ?? 'unknown');
  const count = (...of: readonly HealthState[]) => states.filter((state) => of.includes(state)).length;
  const up = count('passing');
  const notCreated = count('not created');
  const part = (number: number, text: string) => (number > 0 ? [`${number} ${text}`] : []);
  const partial = canaries.filter(({ health, isCovered }) => health && !isCovered);
  const reading = partial.filter(({ problem }) => !problem).length;
  const shown = `${formatNumber(canaries.length)} of ${formatNumber(total)} canaries: `;
  return [
    `${total > canaries.length ? shown : ''}${up} of ${canaries.length - notCreated} up`,
    ...part(count('failing'), 'failing'),
    ...part(count('silent'), 'silent'),
    ...part(count('stopped'), 'stopped'),
    ...part(count('never ran'), 'never ran'),
    ...part(notCreated, 'not created'),
    ...part(count(...STATELESS), 'unknown'),
    passedText(canaries),
    ...part(reading, 'still being read'),
    ...part(partial.length - reading, 'known only in part'),
  ].join(' · ');
}

function passedText(canaries: readonly KnownHealth[]): string {
  const sum = (of: (health: CanaryHealth) => number) =>
    canaries.reduce((all, { health }) => all + (health ? of(health) : 0), 0);
  const finished = sum((health) => health.finished);
  const missed = sum(missedIn);
  const tail = missed > 0 ? ` · ${missedText(missed)}` : '';
  if (finished === 0) return `no finished runs${tail}`;
  return `${formatAvailability(sum((health) => health.passed) / finished)} of ${counted(finished, 'run')} passed${tail}`;
}

/** A canary's availability over a range: `99.50 % of 144 runs, 2 missed`, with what is missing. */
export function availabilityText({ health, isCovered }: KnownHealth): string {
  if (!health) return '';
  const { passed, finished, isExpired } = health;
  if (isExpired) return 'older than AWS keeps runs';
  const tail = `${missedTail(missedIn(health))}${isCovered ? '' : ' read so far'}`;
  if (finished === 0) return `no finished runs${tail}${isCovered ? ' in this range' : ''}`;
  return `${formatAvailability(passed / finished)} of ${counted(finished, 'run')}${tail}`;
}

/** The same for narrow places: `99.50 %, 2 missed`; empty without finished or missed runs. */
export function shortAvailabilityText(health: CanaryHealth): string {
  const { passed, finished } = health;
  const missed = missedIn(health);
  const share = finished === 0 ? 'no runs' : formatAvailability(passed / finished);
  return finished === 0 && missed === 0 ? '' : `${share}${missedTail(missed)}`;
}

/** Runs of a range that were due but did not start. They are part of no availability. */
export const missedIn = ({ heartbeat }: CanaryHealth) =>
  heartbeat.missed.reduce((sum, missed) => sum + missed, 0);

/** `14 missed`; empty if none is. */
export const missedText = (missed: number) => (missed > 0 ? `${formatNumber(missed)} missed` : '');

/** The text of missed runs after a comma. */
export const missedTail = (missed: number) => (missed > 0 ? `, ${missedText(missed)}` : '');
