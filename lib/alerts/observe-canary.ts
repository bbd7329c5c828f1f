import type { CanaryHealth, HealthStatus, VariantStreak } from '@/lib/canary/health/canary-health';
import { statusDetail } from '@/lib/canary/health/status-text';
import { shortestInterval } from '@/lib/canary/next-run';
import type { Canary } from '@/lib/canary/run';
import { DAY, HOUR } from '@/lib/time/duration';
import type { AlertPage, Observation } from './alert';

/** How much a page shows before the trouble, and at most. */
const BEFORE_MS = HOUR;
const MIN_SHOWN_MS = 3 * HOUR;
const MAX_SHOWN_MS = 7 * DAY;

export const canaryKey = (name: string) => `canary ${name}`;

type CanaryRules = {
  /** Consecutive runs that must have failed, or be missing, in one browser and location. */
  failingAfter: number;
  /** Epoch milliseconds. */
  now: number;
};

/**
 * Whether a canary is down or well, by its present state. Undefined if that tells neither: too few runs have failed, or the first ones
 * are running.
 */
export function observeCanary(
  name: string,
  { now: status, newest }: Pick<CanaryHealth, 'now' | 'newest'>,
  { failingAfter, now }: CanaryRules,
): Observation | undefined {
  const down = downStatus(status, failingAfter);
  const { state, since } = down ?? status;
  const common = {
    ...({ key: canaryKey(name), kind: 'canary', subject: { canary: name } } as const),
    page: canaryPage(name, down?.since, now),
    ...(since !== undefined && { since }),
    ...(newest !== undefined && { newest }),
  };
  const detail = statusDetail(down ?? status, 'UTC', now);
  if (down)
    return {
      ...{ ...common, state: 'raised', title: `${name} is ${state === 'failing' ? 'failing' : 'silent'}` },
      text: `The canary ${name} ${state === 'failing' ? 'has been failing' : 'has had'} ${detail}.`,
    };
  if (state === 'passing')
    return {
      ...{ ...common, state: 'fine', title: `${name} is passing again` },
      text: `The canary ${name} has been passing${detail && ` ${detail}`}.`,
    };
  if (state === 'stopped')
    return {
      ...{ ...common, state: 'ended', title: `${name} was stopped` },
      text: `The canary ${name} has been stopped${detail && ` ${detail}`}. Whether it would pass is unknown.`,
    };
  return undefined;
}

/** The state of a canary by the browsers and locations alone in which enough runs failed or are missing; undefined if it has none. */
function downStatus(status: HealthStatus, failingAfter: number): HealthStatus | undefined {
  const isEnough = ({ count }: VariantStreak) => count >= failingAfter;
  const failing = status.failing.filter(isEnough);
  const silent = status.silent.filter(isEnough);
  const [longest] = [...failing, ...silent];
  if (!longest) return undefined;
  const { since, orEarlier } = longest;
  const missed = Math.max(0, ...silent.map(({ count }) => count));
  return {
    ...status,
    state: failing.length > 0 ? 'failing' : 'silent',
    since,
    orEarlier,
    missed,
    failing,
    silent,
  };
}

/** The least time whose runs are read. It is doubled until it has as many runs as must have failed, and some more. */
const MIN_READ_MS = 6 * HOUR;
const MAX_READ_MS = 31 * DAY;
const MORE_RUNS = 2;

/** How far back the runs of a canary are read, milliseconds. */
export function readTimeOf(canary: Canary, failingAfter: number, now: number): number {
  const everyMs = shortestInterval(canary, now - MAX_READ_MS) ?? 0;
  let readMs = MIN_READ_MS;
  while (readMs < (failingAfter + MORE_RUNS) * everyMs && readMs < MAX_READ_MS) readMs *= 2;
  return Math.min(readMs, MAX_READ_MS);
}

/** A canary of which an alert was raised, and which is no longer among those that are watched. */
export const observeGone = (name: string, now: number): Observation => ({
  ...{ key: canaryKey(name), kind: 'canary', state: 'ended', subject: { canary: name } },
  ...{ title: `${name} is no longer watched`, page: canaryPage(name, undefined, now) },
  text: `The canary ${name} was deleted, or the configuration no longer names it. Whether it would pass is unknown.`,
});

function canaryPage(name: string, since: number | undefined, now: number): AlertPage {
  const from = Math.min(now - MIN_SHOWN_MS, (since ?? now) - BEFORE_MS);
  const span = { from: Math.max(now - MAX_SHOWN_MS, from), to: now };
  return { path: `/canaries/${encodeURIComponent(name)}`, span, asOf: now };
}
