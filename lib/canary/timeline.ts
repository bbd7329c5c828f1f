import type { Span } from '@/lib/time/range';
import type { Outcome, ScheduledRun } from './attempts';

/** A part of a timeline: the number of scheduled runs that started in it, by outcome. */
type Bin = Span & Record<Outcome, number>;

/** Counts the scheduled runs of a span in equal bins, oldest first, by the start of their first attempt. */
export function binScheduled(scheduled: readonly ScheduledRun[], span: Span, bins: number): Bin[] {
  const length = (span.to - span.from) / bins;
  const binned = Array.from({ length: bins }, (_, i): Bin => {
    const edge = (index: number) => Math.round(span.from + index * length);
    return { from: edge(i), to: edge(i + 1), passed: 0, retried: 0, failed: 0, running: 0 };
  });
  for (const { started, outcome } of scheduled) {
    if (started < span.from || started >= span.to) continue;
    const bin = binned[Math.min(bins - 1, Math.floor((started - span.from) / length))];
    if (bin) bin[outcome] += 1;
  }
  return binned;
}
