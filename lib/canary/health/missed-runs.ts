import type { Span } from '@/lib/time/range';
import type { Gap } from '../gaps/gap';
import { gapsOf } from '../gaps/gaps';
import { knownFrom, knownRuns, knownUntil, startedUntil } from '../known';
import type { LoadedRuns } from '../loaded';
import type { Canary } from '../run';
import { currentVariants } from './current-variants';

/**
 * Gaps of missing runs in the part of a span of which all runs are known, those of each browser and location in which the canary runs
 * at its end. One that is silent while others run has gaps too; one of which no runs are due any more has those before its last run.
 */
export function missedRuns(
  loaded: LoadedRuns,
  canary: Canary,
  { span, now }: { span: Span; now: number },
): Gap[] {
  const from = knownFrom(loaded, canary, now);
  const end = Math.min(span.to, now);
  const until = startedUntil(knownRuns(loaded, from), end);
  return currentVariants(until, canary, end).flatMap(({ scheduled, notDue }) => {
    const to = notDue ? Math.min(span.to, scheduled[0]?.started ?? span.from) : span.to;
    if (to <= span.from) return [];
    return gapsOf(scheduled, canary, {
      ...{ span: { ...span, to }, knownFrom: from, now: knownUntil(loaded, now) },
    });
  });
}
