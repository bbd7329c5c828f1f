import { counted } from '@/lib/answer/counted';
import type { ScheduledRun } from '@/lib/canary/attempts';
import { durationText } from '@/lib/canary/durations';
import { OUTCOME_LABELS, variantLabel } from '@/lib/canary/labels';
import type { RunLimits } from '@/lib/canary/no-end';
import { reasonLine } from '@/lib/canary/reason/plain-reason';
import { formatInstant } from '@/lib/time/format';

type Shown = {
  /** Scheduled runs in view. */
  inView: number;
  /** How many of those that started together with the run failed; empty if it is alone. */
  together: string;
};

/** A scheduled run in words for screen readers; without one, the number of runs in view. */
export function barText(
  run: ScheduledRun | undefined,
  { inView, together }: Shown,
  zone: string,
  now: number,
  limits: RunLimits,
): string {
  if (!run) return `${counted(inView, 'run')} in view`;
  const last = run.attempts.at(-1) ?? run.attempts[0];
  return [
    formatInstant(run.started, zone, 'second'),
    OUTCOME_LABELS[run.outcome],
    durationText(last, now, limits),
    variantLabel(last),
    together,
    reasonLine(last.stateReason),
  ]
    .filter(Boolean)
    .join(', ');
}
