import type { Span } from '@/lib/time/range';
import { type Outcome, WORST_FIRST } from '../attempts';
import type { Heartbeat } from './canary-health';

/** `missing`: runs were due but none started. `unread`: AWS keeps runs that were not read yet. */
export type SliceState = Outcome | 'missing' | 'unread';
export type Slice = Span & { state: SliceState };

/**
 * A canary's states over a span, oldest first, with equal neighbours joined. A part without a run has the state of the part
 * before it, because runs don't start at the edges of parts; a longer time without runs due has none. `isCovered`: whether all
 * runs were read that AWS has.
 */
export function healthSlices(heartbeat: Heartbeat, isCovered: boolean, now: number): Slice[] {
  const { from: start, to: end, firstKnown } = heartbeat;
  const count = heartbeat.passed.length;
  const edge = (part: number) => Math.round(start + (part * (end - start)) / count);
  const slices: Slice[] = [];
  let previous: Outcome | undefined;
  for (let part = 0; part < count; part++) {
    const [from, to] = [edge(part), edge(part + 1)];
    const worst = WORST_FIRST.find((outcome) => (heartbeat[outcome][part] ?? 0) > 0);
    const state = worst ?? stateWithoutRuns(part, from);
    previous = worst === 'running' ? undefined : worst;
    const last = slices.at(-1);
    if (state && last?.state === state && last.to === from) last.to = to;
    else if (state) slices.push({ from, to, state });
  }
  return slices;

  function stateWithoutRuns(part: number, from: number): SliceState | undefined {
    if ((heartbeat.missed[part] ?? 0) > 0) return 'missing';
    if (part < firstKnown) return isCovered ? undefined : 'unread';
    return from < now ? previous : undefined;
  }
}
