import type { Span } from '@/lib/time/range';
import type { Outcome } from '../attempts';
import type { Heartbeat } from './canary-health';
import { type Beat, beatsOf } from './heartbeat-bins';

/** `missing`: runs were due but none started. `unread`: AWS keeps runs that were not read yet. */
export type SliceState = Outcome | 'missing' | 'unread';
export type Slice = Span & { state: SliceState };

/**
 * A canary's states over a span, oldest first: those of the parts of its heartbeat, with equal neighbours joined. A part without a run
 * has the state of the part before it, because runs don't start at the edges of parts; a longer time without runs due has none.
 * `isCovered`: whether all runs were read that AWS has.
 */
export function healthSlices(heartbeat: Heartbeat, isCovered: boolean, now: number): Slice[] {
  const slices: Slice[] = [];
  let previous: SliceState | undefined;
  for (const beat of beatsOf(heartbeat, now)) {
    const from = Math.round(beat.from);
    // A part can reach into the future, of which nothing is known.
    const to = Math.round(Math.min(beat.to, Math.max(beat.from, now)));
    if (to === from) continue;
    const state = beat.state === 'none' ? previous : sliceState(beat, isCovered);
    const isFinished = beat.state === 'passed' || beat.state === 'retried' || beat.state === 'failed';
    previous = isFinished ? state : undefined;
    const last = slices.at(-1);
    if (state && last?.state === state && last.to === from) last.to = to;
    else if (state) slices.push({ from, to, state });
  }
  return slices;
}

/** The slice at an instant. */
export const sliceAt = (slices: readonly Slice[], at: number): Slice | undefined =>
  slices.find(({ from, to }) => at >= from && at < to);

function sliceState({ state }: Beat, isCovered: boolean): SliceState | undefined {
  if (state === 'none' || state === 'future') return undefined;
  if (state === 'unknown') return isCovered ? undefined : 'unread';
  return state;
}
