import { counted } from '@/lib/answer/counted';
import { DAY } from '@/lib/time/duration';
import { formatClock, formatInstant } from '@/lib/time/format';
import { browserName } from '../labels';
import type { HealthState, HealthStatus, Variant } from './canary-health';

export const HEALTH_LABELS: Record<HealthState, string> = {
  passing: 'Passing',
  failing: 'Failing',
  silent: 'Silent',
  running: 'Running',
  stopped: 'Stopped',
  'never ran': 'Never ran',
  unknown: 'Unknown',
};

/** Maximum number of browsers and locations that a text names. */
const MAX_NAMED = 3;

/** Details of a canary's state: `since 09:42 UTC, eu-west-1 of 3`, `no run since 09:00 UTC (2 missed)`. */
export function statusDetail(status: HealthStatus, zone: string, now: number): string {
  const { state, since, orEarlier, missed, failing, silent } = status;
  const instant = since === undefined ? undefined : shortInstant(since, now, zone);
  const silence = `no run since ${instant}${orEarlier ? ' or earlier' : ''} (${missed} missed)`;
  switch (state) {
    case 'failing': {
      const detail = `since ${instant}${orEarlier ? ' or earlier' : ''}${partText(status, failing)}`;
      return missed > 0 ? `${detail}, ${silentText(status, silent)}` : detail;
    }
    case 'silent':
      return `${silence}${partText(status, silent)}`;
    case 'stopped':
      return instant === undefined ? '' : `since ${instant}`;
    case 'never ran':
      return missed > 0 ? `${counted(missed, 'run')} missed` : '';
    case 'passing':
      return orEarlier || instant === undefined ? '' : `since ${instant}`;
    case 'running':
    case 'unknown':
      return '';
  }
}

const silentText = (status: HealthStatus, silent: readonly Variant[]) =>
  `${status.missed} missed${partText(status, silent)}`;

/** Which of several browsers and locations: ` in eu-west-1 (of 3)`; empty if it is the only one or all of them. */
function partText({ variantCount }: HealthStatus, part: readonly Variant[]): string {
  if (variantCount < 2) return '';
  if (part.length === variantCount) return ` in all ${variantCount}`;
  const named = part.slice(0, MAX_NAMED).map(variantName).join(', ');
  const more = part.length > MAX_NAMED ? ` and ${part.length - MAX_NAMED} more` : '';
  return ` in ${named}${more} (of ${variantCount})`;
}

/** A browser and location: `Firefox in eu-west-1`, `eu-west-1`. */
export const variantName = ({ browserType, location }: Variant) =>
  [browserName(browserType), location].filter(Boolean).join(' · ');

/** `09:42 UTC` on the last 24 hours, else with the date. */
function shortInstant(instant: number, now: number, zone: string): string {
  const text = formatInstant(instant, zone);
  const offset = text.slice(text.lastIndexOf(' ') + 1);
  return now - instant < DAY ? `${formatClock(instant, zone)} ${offset}` : text;
}
