import type { Span } from '@/lib/time/range';
import { completeFrom } from './availability';
import type { Gap } from './gaps/gap';
import { gaps } from './gaps/gaps';
import type { LoadedRuns } from './loaded';
import type { Canary } from './run';

/** The instant from which all runs are loaded and AWS keeps both kinds, epoch milliseconds. */
export const knownFrom = (loaded: LoadedRuns, canary: Canary, now: number) =>
  Math.max(loaded.from, completeFrom(canary, now));

/** Gaps of missing runs in the part of a span of which all runs are known. */
export const missedRuns = (loaded: LoadedRuns, canary: Canary, span: Span, now: number): Gap[] =>
  gaps(loaded.runs, canary, { span, knownFrom: knownFrom(loaded, canary, now), now });
