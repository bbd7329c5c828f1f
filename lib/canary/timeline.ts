import type { Span } from '@/lib/time/range';
import { type Outcome, type ScheduledRun, scheduledRuns, WORST_FIRST } from './attempts';
import type { CanaryRun } from './run';

/** A part of a timeline: the number of scheduled runs that started in it, by outcome. */
export type Bin = Span &
  Record<Outcome, number> & {
    /** The worst outcome; undefined if no run started in it. */
    worst: Outcome | undefined;
  };

/** Counts the scheduled runs of a span in equal bins, oldest first, by the start of their first attempt. */
export const binRuns = (runs: readonly CanaryRun[], span: Span, bins: number): Bin[] =>
  binScheduled(scheduledRuns(runs), span, bins);

/** The same for runs that are grouped already. */
export function binScheduled(scheduled: readonly ScheduledRun[], span: Span, bins: number): Bin[] {
  const length = (span.to - span.from) / bins;
  const binned = Array.from({ length: bins }, (_, i): Bin => {
    const edge = (index: number) => Math.round(span.from + index * length);
    const counts = { passed: 0, retried: 0, failed: 0, running: 0 };
    return { from: edge(i), to: edge(i + 1), ...counts, worst: undefined };
  });
  for (const { started, outcome } of scheduled) {
    if (started < span.from || started >= span.to) continue;
    const bin = binned[Math.min(bins - 1, Math.floor((started - span.from) / length))];
    if (bin) bin[outcome] += 1;
  }
  for (const bin of binned) bin.worst = WORST_FIRST.find((outcome) => bin[outcome] > 0);
  return binned;
}
