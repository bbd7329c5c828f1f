import type { Outcome, ScheduledRun } from '@/lib/canary/attempts';
import type { CanaryRun } from '@/lib/canary/run';
import { attemptOutcome } from '@/lib/canary/wording';
import type { Span } from '@/lib/time/range';

/** One attempt as drawn, pixels from the plot's left edge and up from its bottom. */
export type Bar = { run: CanaryRun; outcome: Outcome; x: number; width: number; height: number };

/** The shape that names a scheduled run's outcome, above its bars. */
export type Mark = { outcome: Outcome; x: number };

export type TimelineLayout = { bars: Bar[]; marks: Mark[] };

type Frame = { span: Span; width: number; height: number; longestMs: number; now: number };

const MARK_PX = 9;
const WIDEST_GROUP = 24;
const NARROWEST_ATTEMPT = 2;
const WORST_FIRST: readonly Outcome[] = ['failed', 'retried', 'running', 'passed'];

/** Where an instant lies in a plot, pixels. */
export const xOf = (instant: number, { span, width }: Pick<Frame, 'span' | 'width'>) =>
  ((instant - span.from) / (span.to - span.from)) * width;

/** How long an attempt took, or has been going on at `now`, milliseconds. */
export const shownMs = ({ started, completed }: CanaryRun, now: number) =>
  Math.max(0, (completed ?? now) - started);

/**
 * Bars and marks of scheduled runs (oldest first, all of the span). Retries stand beside their first attempt;
 * where there is no room for that, one bar shows the last attempt in the colour of the outcome. Marks that
 * would overlap give way to worse ones.
 */
export function layOut(scheduled: readonly ScheduledRun[], frame: Frame): TimelineLayout {
  const group = Math.min(WIDEST_GROUP, Math.max(1.5, 0.8 * slotWidth(scheduled, frame)));
  const centres = scheduled.map((run) => ({
    outcome: run.outcome,
    x: leftOf(run, group, frame) + group / 2,
  }));
  return {
    bars: scheduled.flatMap((run) => barsOf(run, group, frame)),
    marks: withoutOverlaps(centres),
  };
}

/** The usual distance between two scheduled runs, pixels. */
function slotWidth(scheduled: readonly ScheduledRun[], { span, width }: Frame): number {
  const steps = scheduled.slice(1).map(({ started }, i) => started - (scheduled[i]?.started ?? started));
  const median = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)];
  return median === undefined ? WIDEST_GROUP : (median / (span.to - span.from)) * width;
}

const leftOf = ({ started }: ScheduledRun, group: number, frame: Frame) =>
  Math.min(xOf(started, frame), frame.width - group);

function barsOf(scheduled: ScheduledRun, group: number, frame: Frame): Bar[] {
  const left = leftOf(scheduled, group, frame);
  const each = group / scheduled.attempts.length;
  const bar = (run: CanaryRun, outcome: Outcome, x: number, width: number): Bar => {
    const height = Math.max(2, (shownMs(run, frame.now) / frame.longestMs) * frame.height);
    return { run, outcome, x, width, height: Math.min(frame.height, height) };
  };
  if (scheduled.attempts.length > 1 && each < NARROWEST_ATTEMPT + 1)
    return scheduled.attempts.slice(-1).map((run) => bar(run, scheduled.outcome, left, group));
  const gap = each > NARROWEST_ATTEMPT + 1 ? 1 : 0;
  return scheduled.attempts.map((run, i) => bar(run, attemptOutcome(run), left + i * each, each - gap));
}

function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  const taken = new Map<number, number>();
  const cell = (x: number) => Math.floor(x / MARK_PX);
  const free = ({ x }: Mark) =>
    [-1, 0, 1].every(
      (side) => Math.abs((taken.get(cell(x) + side) ?? Number.NEGATIVE_INFINITY) - x) >= MARK_PX,
    );
  return WORST_FIRST.flatMap((outcome) =>
    marks.filter((mark) => {
      if (mark.outcome !== outcome || !free(mark)) return false;
      taken.set(cell(mark.x), mark.x);
      return true;
    }),
  );
}

/** The bar nearest to a place in the plot, if it is within `reach` pixels. */
export function nearestBar(bars: readonly Bar[], x: number, reach: number): Bar | undefined {
  let nearest: Bar | undefined;
  let least = reach;
  for (const bar of bars) {
    const distance = Math.max(0, bar.x - x, x - bar.x - bar.width);
    if (distance <= least) [nearest, least] = [bar, distance];
  }
  return nearest;
}
