import type { Span } from '@/lib/time/range';
import type { Outcome } from './attempts';
import { retainedFrom } from './availability';
import { knownFrom, missedRuns } from './known';
import type { LoadedRuns } from './loaded';
import type { Canary } from './run';
import { parseSchedule } from './schedule';
import { binRuns } from './timeline';

/** `missing`: runs were due but none started. `unloaded`: AWS keeps runs that were not read. */
export type SliceState = Outcome | 'missing' | 'unloaded';
export type Slice = Span & { state: SliceState };

const MAX_BINS = 120;

/**
 * A canary's states over a span, oldest first, with equal neighbours joined. A bin between two scheduled runs has the state
 * of the previous run. There is no slice where no run was due, nor between runs where AWS no longer keeps all.
 */
export function canarySlices(loaded: LoadedRuns, canary: Canary, span: Span, now: number): Slice[] {
  const schedule = parseSchedule(canary.schedule);
  const everyMs = schedule?.kind === 'interval' ? schedule.everyMs : undefined;
  const length = span.to - span.from;
  const bins = everyMs ? Math.min(MAX_BINS, Math.max(1, Math.floor(length / everyMs))) : MAX_BINS;
  const missed = missedRuns(loaded, canary, span, now);
  const known = knownFrom(loaded, canary, now);
  const retained = retainedFrom(canary, now);

  const slices: Slice[] = [];
  let previous: Outcome | undefined;
  for (const { from, to, worst } of binRuns(loaded.runs, span, bins)) {
    const state = stateOf();
    previous = worst ?? (state === previous ? previous : undefined);
    const last = slices.at(-1);
    if (state && last?.state === state && last.to === from) last.to = to;
    else if (state) slices.push({ from, to, state });

    function stateOf(): SliceState | undefined {
      if (worst) return worst;
      if (from < loaded.from) return to > retained ? 'unloaded' : undefined;
      if (missed.some((gap) => gap.from < to && gap.to > from)) return 'missing';
      return everyMs && from >= known && from < now && previous !== 'running' ? previous : undefined;
    }
  }
  return slices;
}
