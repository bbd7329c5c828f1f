import type { Span } from '@/lib/time/range';
import { type Outcome, WORST_FIRST } from '../attempts';
import type { Heartbeat } from './canary-health';

/** `missing`: runs were due but none started. `unknown`: not read, or no longer kept. `none`: nothing was due. `future`: to come. */
export type BeatState = Outcome | 'missing' | 'unknown' | 'none' | 'future';

/** A part of a heartbeat, to be drawn. */
export type Beat = Span & {
  state: BeatState;
  /** Finished scheduled runs, and those that failed or are missing. */
  finished: number;
  failed: number;
  missed: number;
  /** The share of its runs that have the worst outcome, or of its due runs that are missing, 0–1. */
  share: number;
};

/** The parts of a heartbeat at an instant, oldest first. */
export function beatsOf(heartbeat: Heartbeat, now: number): Beat[] {
  const { from, to, firstKnown, missed } = heartbeat;
  const count = missed.length;
  return missed.map((missedCount, i): Beat => {
    const counts = WORST_FIRST.map((outcome) => heartbeat[outcome][i] ?? 0);
    const runCount = counts.reduce((sum, one) => sum + one, 0);
    const worst = WORST_FIRST.find((_, at) => (counts[at] ?? 0) > 0);
    const [failed = 0] = counts;
    const finished = runCount - (heartbeat.running[i] ?? 0);
    const edge = (index: number) => from + ((to - from) * index) / count;
    const bin = { from: edge(i), to: edge(i + 1), finished, failed, missed: missedCount };
    if (i < firstKnown) return { ...bin, state: 'unknown', share: 1 };
    if (missedCount > 0 && worst !== 'failed')
      return { ...bin, state: 'missing', share: missedCount / (missedCount + runCount) };
    if (!worst) return { ...bin, state: bin.from >= now ? 'future' : 'none', share: 0 };
    return { ...bin, state: worst, share: (heartbeat[worst][i] ?? 0) / runCount };
  });
}
