import type { Span } from '@/lib/time/range';
import type { Outcome } from './attempts';
import { retainedFrom } from './availability';
import { knownFrom, missedRuns } from './known';
import type { LoadedRuns } from './loaded';
import type { Canary } from './run';
import { parseSchedule } from './schedule';
import { binRuns } from './timeline';

/** `missing`: runs were due and none came. `unloaded`: older than what was read, but kept by AWS. */
export type SliceState = Outcome | 'missing' | 'unloaded';
export type Slice = Span & { state: SliceState };

const MAX_BINS = 120;

/**
 * A canary's states over a span, oldest first, neighbours of one state joined. A bin between two runs of a
 * schedule keeps the state of the run before it; where no run was due, and between the runs of a time of
 * which AWS has forgotten some, there is no slice.
 */
export function canarySlices(loaded: LoadedRuns, canary: Canary, span: Span, now: number): Slice[] {
  const schedule = parseSchedule(canary.schedule);
  const everyMs = schedule?.kind === 'interval' ? schedule.everyMs : undefined;
  const length = span.to - span.from;
  const bins = everyMs ? Math.min(MAX_BINS, Math.max(1, Math.floor(length / everyMs))) : MAX_BINS;
  const missed = missedRuns(loaded, canary, span, now);
  const known = knownFrom(loaded, canary, now);
  const kept = retainedFrom(canary, now);

  const slices: Slice[] = [];
  let before: Outcome | undefined;
  for (const { from, to, worst } of binRuns(loaded.runs, span, bins)) {
    const state = stateOf();
    before = worst ?? (state === before ? before : undefined);
    const last = slices.at(-1);
    if (state && last?.state === state && last.to === from) last.to = to;
    else if (state) slices.push({ from, to, state });

    function stateOf(): SliceState | undefined {
      if (worst) return worst;
      if (from < loaded.from) return to > kept ? 'unloaded' : undefined;
      if (missed.some((gap) => gap.from < to && gap.to > from)) return 'missing';
      return everyMs && from >= known && from < now && before !== 'running' ? before : undefined;
    }
  }
  return slices;
}
