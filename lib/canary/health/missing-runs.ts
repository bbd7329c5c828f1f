import type { Span } from '@/lib/time/range';
import type { ScheduledRun } from '../attempts';
import type { Gap } from '../gaps/gap';
import { gapsOf } from '../gaps/gaps';
import type { Canary } from '../run';
import { currentVariants } from './current-variants';

type Known = { span: Span; now: number; knownFrom: number; knownTo: number };

/**
 * The missing runs of a span in each browser and location in which the canary runs at its end, from scheduled runs, newest first. One that
 * is silent while others run has gaps too.
 */
export function missingRuns(
  scheduled: readonly ScheduledRun[],
  canary: Canary,
  { span, now, knownFrom, knownTo }: Known,
): Gap[] {
  const end = Math.min(span.to, now);
  const until = scheduled.filter(({ started }) => started < end);
  return currentVariants(until, canary, end).flatMap((variant) =>
    gapsOf(variant.scheduled, canary, { span, knownFrom, now: knownTo }),
  );
}
