import { isActiveAt } from '../active-periods';
import type { ScheduledRun } from '../attempts';
import { isFirstKnown, startedUntil } from '../known';
import { hasNoKnownEnd } from '../no-end';
import type { Canary } from '../run';
import type { HealthState, HealthStatus, NotDue, VariantStreak } from './canary-health';
import { currentVariants, isInUse, type VariantRuns } from './current-variants';
import { silenceOf } from './silence';
import { streakOf } from './streak';
import { variantOf } from './variants';

type StatusOptions = {
  at: number;
  /** The instant from which all runs are loaded and kept, epoch milliseconds. Earlier runs count for nothing. */
  knownFrom: number;
  /** The instant until which all runs are loaded: nothing is missing after it. */
  knownTo: number;
  /** Whether AWS has no runs of the canary. */
  hasNone: boolean;
};

/** The state of a canary at an instant up to `now`, from its scheduled runs, newest first. */
export function statusAt(scheduled: readonly ScheduledRun[], canary: Canary, options: StatusOptions) {
  const { at, knownFrom, knownTo, hasNone } = options;
  const status = (state: HealthState, more: Partial<HealthStatus> = {}): HealthStatus => ({
    state,
    orEarlier: false,
    missed: 0,
    variantCount: Math.max(1, variants.filter(isInUse).length),
    failing: [],
    silent: [],
    ...(notDue.length > 0 && { notDue }),
    ...more,
  });
  const known = startedUntil(scheduled, at);
  const variants = currentVariants(known, canary, at);
  const notDue = variants.flatMap(({ notDue: why, ...variant }) =>
    why ? [{ ...variantOf(variant), why }] : [],
  );
  if (canary.created !== undefined && at <= canary.created)
    return status('not created', { since: canary.created });
  if (!isActiveAt(canary, at) && hasBeenStopped(canary)) {
    const since = canary.lastStopped;
    return status('stopped', since === undefined || since > at ? {} : { since });
  }
  if (knownFrom >= at) return status('unknown');
  if (!variants.some(isInUse)) return status(stateOfNotDue(notDue.map(({ why }) => why)));

  const judged = variants.filter(isInUse).map((variant) => ({
    variant,
    streak: streakOf(variant.scheduled, isFirstKnown(canary, knownFrom)),
    silence: variant.notDue
      ? undefined
      : silenceOf(variant, canary, { at: Math.min(at, knownTo), knownFrom }),
  }));
  const failing = judged.flatMap(({ variant, streak }) =>
    streak?.isFailing ? variantStreak(variant, streak) : [],
  );
  const silent = judged.flatMap(({ variant, silence }) =>
    silence ? variantStreak(variant, { ...silence, count: silence.missed }) : [],
  );
  const found = {
    missed: silent.reduce((max, { count }) => Math.max(max, count), 0),
    failing: failing.sort(longestFirst),
    silent: silent.sort(longestFirst),
  };
  const [worst] = found.failing;
  if (worst) return status('failing', { ...found, since: worst.since, orEarlier: worst.orEarlier });
  if (hasNone && neverRan(canary, knownFrom)) return status('never ran', found);
  const [longest] = found.silent;
  if (longest) return status('silent', { ...found, since: longest.since, orEarlier: longest.orEarlier });
  const passing = judged.flatMap(({ streak }) => streak ?? []).sort((a, b) => b.since - a.since)[0];
  if (passing) return status('passing', { since: passing.since, orEarlier: passing.orEarlier });
  const isRunning = known.some(({ attempts }) => isInProgress(attempts.at(-1) ?? attempts[0], canary, at));
  return status(isRunning ? 'running' : 'unknown');
}

/** The state of a canary of which no variant is in use. */
function stateOfNotDue(whys: readonly NotDue[]): HealthState {
  if (whys.includes('not named')) return 'unknown';
  return whys.every((why) => why === 'stopped') ? 'stopped' : 'not set up';
}

/** A canary that was only just created has neither run nor been stopped. */
const hasBeenStopped = ({ state, lastStopped }: Canary) => lastStopped !== undefined || state === 'STOPPED';

const neverRan = ({ created, lastStarted }: Canary, knownFrom: number) =>
  lastStarted === undefined || (created !== undefined && created >= knownFrom);

const isInProgress = (run: ScheduledRun['attempts'][0], canary: Canary, at: number) =>
  run.state === 'RUNNING' && !hasNoKnownEnd(run, canary, at);

const variantStreak = (
  variant: VariantRuns,
  { since, orEarlier, count }: Pick<VariantStreak, 'since' | 'orEarlier' | 'count'>,
): VariantStreak => ({ ...variantOf(variant), since, orEarlier, count });

const longestFirst = (a: VariantStreak, b: VariantStreak) => a.since - b.since || b.count - a.count;
