import { durationMs } from './durations';
import type { CanaryRun } from './run';

type Variant = Pick<CanaryRun, 'browserType' | 'location'>;

const isSameVariant = (a: Variant, b: Variant) =>
  a.browserType === b.browserType && a.location === b.location;

/** The newest run that passed before another one, in the same location and browser; undefined if none is among `runs`. */
export function lastSuccess(runs: readonly CanaryRun[], run: CanaryRun): CanaryRun | undefined {
  let newest: CanaryRun | undefined;
  for (const other of runs) {
    if (other.state !== 'PASSED' || other.started >= run.started || !isSameVariant(other, run)) continue;
    if (!newest || other.started > newest.started) newest = other;
  }
  return newest;
}

/** By how much longer a run took than another, as a share of the other: -0.25 is a quarter less. Undefined if either is unknown. */
export function longerBy(run: CanaryRun, other: CanaryRun): number | undefined {
  const [own, usual] = [durationMs(run), durationMs(other)];
  return own === undefined || !usual ? undefined : own / usual - 1;
}
