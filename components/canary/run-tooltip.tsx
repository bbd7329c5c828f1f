import { attemptOutcome, variantLabel } from '@/lib/canary/labels';
import type { CanaryRun } from '@/lib/canary/run';
import { formatDuration } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import shared from './canary.module.css';
import classes from './run-tooltip.module.css';
import { StateMark } from './state-mark';
import { shownMs } from './timeline-layout';

const WIDTH = 260;

type RunTooltipProps = { run: CanaryRun; zone: string; now: number; x: number; within: number };

/** A run in a few lines beside its bar, on whichever side there is room. */
export function RunTooltip({ run, zone, now, x, within }: RunTooltipProps) {
  const side = x + 12 + WIDTH <= within ? x + 12 : x - 12 - WIDTH;
  const left = Math.max(0, Math.min(side, within - WIDTH));
  return (
    <div className={classes.tooltip} style={{ left, width: Math.min(WIDTH, within) }}>
      <div>{formatInstant(run.started, zone, 'second')}</div>
      <div>
        <StateMark outcome={attemptOutcome(run)} /> · {durationWords(run, now)}
      </div>
      <div className={shared.muted}>{variantLabel(run)}</div>
      {run.stateReason && <div className={classes.reason}>{run.stateReason}</div>}
    </div>
  );
}

/** `12 s`, or `for 12 s so far` of a run that goes on. */
export const durationWords = (run: CanaryRun, now: number) =>
  run.completed === undefined
    ? `for ${formatDuration(shownMs(run, now))} so far`
    : formatDuration(shownMs(run, now));
