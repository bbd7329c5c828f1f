import { counted } from '@/lib/answer/counted';
import { formatClock, formatDate, formatInstant, formatZoneAt } from '@/lib/time/format';
import { variantName } from '../labels';
import type { HealthState, HealthStatus, NotDue, Variant } from './canary-health';
import { compareVariants } from './variants';

export const HEALTH_LABELS: Record<HealthState, string> = {
  passing: 'Passing',
  failing: 'Failing',
  silent: 'Silent',
  running: 'Running',
  stopped: 'Stopped',
  'never ran': 'Never ran',
  'not created': 'Not created',
  'not set up': 'Not set up',
  unknown: 'Unknown',
};

const NOT_DUE_WORDS: Record<NotDue, string> = {
  replicating: 'being replicated',
  inconsistent: 'not replicated',
  stopped: 'stopped',
  'not started': 'not started',
  'in error': 'in an error state',
  'not configured': 'not configured to run there',
  'not named': 'AWS doesn’t tell whether it runs there',
};

/** Maximum number of browsers and locations that a text names. */
const MAX_NAMED = 3;

/** Details of a canary's state: `since 09:42 UTC, eu-west-1 of 3`, `no run since 09:00 UTC (2 missed)`. */
export const statusDetail = (status: HealthStatus, zone: string, now: number): string =>
  [stateDetail(status, zone, now), notDueText(status)].filter(Boolean).join(', ');

function stateDetail(status: HealthStatus, zone: string, now: number): string {
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
    case 'not created':
      return since === undefined ? '' : `until ${formatInstant(since, zone)}`;
    case 'stopped':
      return instant === undefined ? '' : `since ${instant}`;
    case 'never ran':
      return missed > 0 ? `${counted(missed, 'run')} missed` : '';
    case 'passing':
      return orEarlier || instant === undefined ? '' : `since ${instant}`;
    case 'running':
    case 'not set up':
    case 'unknown':
      return '';
  }
}

const silentText = (status: HealthStatus, silent: readonly Variant[]) =>
  `${status.missed} missed${partText(status, silent)}`;

/** Locations in which no runs are due, and why: `eu-west-1 being replicated`. */
function notDueText({ notDue = [] }: HealthStatus): string {
  const words = [...new Set(notDue.map(({ why }) => why))];
  return words
    .map((why) => {
      const names = variantNames(notDue.filter((each) => each.why === why));
      return [names, NOT_DUE_WORDS[why]].filter(Boolean).join(' ');
    })
    .join(', ');
}

/** Which of several browsers and locations: ` in eu-west-1 (of 3)`; empty if it is the only one or all of them. */
function partText({ variantCount }: HealthStatus, part: readonly Variant[]): string {
  if (variantCount < 2) return '';
  if (part.length === variantCount) return ` in all ${variantCount}`;
  return ` in ${variantNames(part)} (of ${variantCount})`;
}

/** Browsers and locations by name: `Firefox · eu-west-1, eu-west-2, us-east-1 and 2 more`. Empty if none has a name. */
export function variantNames(variants: readonly Variant[]): string {
  const names = variants.toSorted(compareVariants).map(variantName).filter(Boolean);
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
  return names.slice(0, MAX_NAMED).join(', ') + more;
}

/** `09:42 UTC`, or with the date unless it is that of `now`. */
const shortInstant = (instant: number, now: number, zone: string) =>
  formatDate(instant, zone) === formatDate(now, zone)
    ? `${formatClock(instant, zone)} ${formatZoneAt(instant, zone)}`
    : formatInstant(instant, zone);
