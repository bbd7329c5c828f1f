import {
  attemptOutcome,
  type Outcome,
  type ScheduledRun,
  SIMULTANEOUS_MS,
  WORST_FIRST,
} from '@/lib/canary/attempts';
import { elapsedMs, percentile } from '@/lib/canary/durations';
import type { CanaryRun } from '@/lib/canary/run';
import type { Span } from '@/lib/time/range';

/** One attempt; pixels from the plot's left edge, and up from its bottom. */
export type Bar = { run: CanaryRun; outcome: Outcome; x: number; width: number; height: number };

/** The symbol of a scheduled run's outcome, above its bars. */
export type Mark = { outcome: Outcome; x: number };

export type TimelineLayout = { bars: Bar[]; marks: Mark[] };

type Frame = { span: Span; width: number; height: number; maxMs: number; now: number };

const MARK_PX = 9;
const MAX_SLOT_PX = 24;
const MIN_BAR_PX = 2;

/** The position of an instant in a plot, pixels. */
export const xOf = (instant: number, { span, width }: Pick<Frame, 'span' | 'width'>) =>
  ((instant - span.from) / (span.to - span.from)) * width;

/**
 * Bars and marks of the scheduled runs of a span, oldest first. Retries, and runs of other browsers, are next to their
 * first attempt; without room, one bar shows the last attempt of the worst run in the colour of its outcome. Marks that
 * would overlap give way to worse ones.
 */
export function layOut(scheduled: readonly ScheduledRun[], frame: Frame): TimelineLayout {
  const slots = slotsOf(scheduled);
  const wide = Math.min(MAX_SLOT_PX, Math.max(1.5, 0.8 * slotDistance(slots, frame)));
  const placed = slots.map((runs) => ({
    runs,
    left: Math.min(xOf(runs[0].started, frame), frame.width - wide),
    worst: worstOf(runs),
  }));
  return {
    bars: placed.flatMap(({ runs, left, worst }) => barsOf(runs, worst, left, wide, frame)),
    marks: withoutOverlaps(placed.map(({ left, worst }) => ({ outcome: worst.outcome, x: left + wide / 2 }))),
  };
}

type Slot = [ScheduledRun, ...ScheduledRun[]];

/** Groups scheduled runs that started together, such as those of several browsers. */
function slotsOf(scheduled: readonly ScheduledRun[]): Slot[] {
  const slots: Slot[] = [];
  for (const run of scheduled) {
    const slot = slots.at(-1);
    if (slot && run.started - slot[0].started < SIMULTANEOUS_MS) slot.push(run);
    else slots.push([run]);
  }
  return slots;
}

/** The median distance between two slots, pixels. */
function slotDistance(slots: readonly Slot[], { span, width }: Frame): number {
  const steps = slots.slice(1).map(([run], i) => run.started - (slots[i]?.[0].started ?? run.started));
  const median = percentile(steps, 50);
  return median === undefined ? MAX_SLOT_PX : (median / (span.to - span.from)) * width;
}

const worstOf = (slot: Slot): ScheduledRun =>
  slot.reduce((worst, run) =>
    WORST_FIRST.indexOf(run.outcome) < WORST_FIRST.indexOf(worst.outcome) ? run : worst,
  );

function barsOf(slot: Slot, worst: ScheduledRun, left: number, wide: number, frame: Frame): Bar[] {
  const bar = (run: CanaryRun, outcome: Outcome, x: number, width: number): Bar => {
    const height = Math.max(2, (elapsedMs(run, frame.now) / frame.maxMs) * frame.height);
    return { run, outcome, x, width, height: Math.min(frame.height, height) };
  };
  const attempts = slot.flatMap((scheduled) => scheduled.attempts);
  const each = wide / attempts.length;
  if (attempts.length > 1 && each < MIN_BAR_PX + 1)
    return worst.attempts.slice(-1).map((run) => bar(run, worst.outcome, left, wide));
  const gap = each >= MIN_BAR_PX + 1 ? 1 : 0;
  return attempts.map((run, i) => bar(run, attemptOutcome(run), left + i * each, each - gap));
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

/** The bar nearest to a position in the plot, within `reach` pixels. */
export function nearestBar(bars: readonly Bar[], x: number, reach: number): Bar | undefined {
  let nearest: Bar | undefined;
  let min = reach;
  for (const bar of bars) {
    const distance = Math.max(0, bar.x - x, x - bar.x - bar.width);
    if (distance <= min) [nearest, min] = [bar, distance];
  }
  return nearest;
}
