import type { Span } from '@/lib/time/range';
import { completeFrom } from './availability';
import type { LoadedRuns } from './loaded';
import type { Canary } from './run';
import { type Gap, gaps } from './timeline';

/** From when on all runs are loaded and AWS keeps both kinds: nothing is said before it. Epoch milliseconds. */
export const knownFrom = (loaded: LoadedRuns, canary: Canary, now: number) =>
  Math.max(loaded.from, completeFrom(canary, now));

/** Runs of a span that were due and did not come, judged only where all that ran would be known. */
export const missedRuns = (loaded: LoadedRuns, canary: Canary, span: Span, now: number): Gap[] =>
  gaps(loaded.runs, canary, { span, knownFrom: knownFrom(loaded, canary, now), now });
