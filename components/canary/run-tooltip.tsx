import { attemptOutcome } from '@/lib/canary/attempts';
import { durationText } from '@/lib/canary/durations';
import { runStateLabel, variantLabel } from '@/lib/canary/labels';
import { reasonLine } from '@/lib/canary/reason/plain-reason';
import type { CanaryRun } from '@/lib/canary/run';
import { formatInstant } from '@/lib/time/format';
import shared from './canary.module.css';
import classes from './run-tooltip.module.css';
import { StateMark } from './state-mark';

const WIDTH = 260;

type RunTooltipProps = { run: CanaryRun; zone: string; now: number; x: number; within: number };

/** A summary of a run next to its bar, on the side that has room. */
export function RunTooltip({ run, zone, now, x, within }: RunTooltipProps) {
  const side = x + 12 + WIDTH <= within ? x + 12 : x - 12 - WIDTH;
  const left = Math.max(0, Math.min(side, within - WIDTH));
  const reason = reasonLine(run.stateReason);
  return (
    <div className={classes.tooltip} style={{ left, width: Math.min(WIDTH, within) }}>
      <div>{formatInstant(run.started, zone, 'second')}</div>
      <div>
        <StateMark outcome={attemptOutcome(run)} label={runStateLabel(run)} /> · {durationText(run, now)}
      </div>
      <div className={shared.muted}>{variantLabel(run)}</div>
      {reason && (
        <div dir="auto" className={classes.reason}>
          {reason}
        </div>
      )}
    </div>
  );
}
