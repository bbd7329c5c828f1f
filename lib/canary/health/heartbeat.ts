import type { Span } from '@/lib/time/range';
import type { Outcome, ScheduledRun } from '../attempts';
import type { Gap } from '../gaps/gap';
import { binScheduled } from '../timeline';
import type { Heartbeat } from './canary-health';

type Known = { gaps: readonly Gap[]; knownFrom: number };

/** Counts scheduled runs and missing ones in `count` equal parts of a span. A gap counts in the part in which it starts. */
export function heartbeatOf(
  scheduled: readonly ScheduledRun[],
  span: Span,
  count: number,
  { gaps, knownFrom }: Known,
): Heartbeat {
  const bins = binScheduled(scheduled, span, count);
  const column = (outcome: Outcome) => bins.map((bin) => bin[outcome]);
  const firstKnown = bins.findIndex(({ from }) => from >= knownFrom);
  return {
    ...span,
    passed: column('passed'),
    retried: column('retried'),
    failed: column('failed'),
    running: column('running'),
    missed: bins.map((bin) => gaps.reduce((sum, gap) => sum + missedIn(gap, bin), 0)),
    firstKnown: firstKnown === -1 ? count : firstKnown,
  };
}

/** The part of a gap's missing runs that were due in a span, when they are spread evenly. */
function missedIn(gap: Gap, { from, to }: Span): number {
  const everyMs = (gap.to - gap.from) / gap.missed;
  const until = (instant: number) =>
    Math.min(gap.missed, Math.max(0, Math.ceil((instant - gap.from) / everyMs)));
  return until(to) - until(from);
}
