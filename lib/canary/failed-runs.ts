import type { Span } from '@/lib/time/range';
import { countedRuns } from './availability';
import type { Variant } from './health/canary-health';
import { mainReason } from './health/failures';
import { variantsIn } from './health/variants';
import { knownFrom, knownRuns } from './known';
import { lastSuccess } from './last-success';
import type { LoadedRuns } from './loaded';
import type { Canary, CanaryRun } from './run';

/** The scheduled runs of a span, of which some failed. */
export type FailedRuns = {
  failed: number;
  finished: number;
  /** The most frequent reason, in one line; absent if AWS gave none. */
  reason?: string;
  /** Where runs failed, by name. */
  variants: Variant[];
  /** The first attempt of the first failed one. */
  first?: CanaryRun;
  /** The newest run that passed where the first one failed, and was over at an instant. */
  lastPassed?: CanaryRun;
  /** Whether all runs of the span are loaded and kept. */
  isKnown: boolean;
};

/** The failed scheduled runs of a span, and the run that passed before them and was over by `before`, epoch milliseconds. */
export function failedRunsIn(
  loaded: LoadedRuns,
  canary: Canary | undefined,
  { span, now, before }: { span: Span; now: number; before: number },
): FailedRuns {
  const known = knownFrom(loaded, canary, now);
  const finished = countedRuns(knownRuns(loaded, known), span, known);
  const failed = finished.filter(({ outcome }) => outcome === 'failed');
  const reason = mainReason(failed);
  const first = failed.at(-1)?.attempts[0];
  const over = loaded.runs.filter(({ completed = Number.POSITIVE_INFINITY }) => completed <= before);
  const lastPassed = first && lastSuccess(over, first);
  return {
    failed: failed.length,
    finished: finished.length,
    ...(reason !== undefined && { reason }),
    variants: variantsIn(failed),
    ...(first && { first }),
    ...(lastPassed && { lastPassed }),
    isKnown: known <= span.from,
  };
}
