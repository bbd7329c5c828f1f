import { attemptOutcome, type ScheduledRun } from '@/lib/canary/attempts';
import { durationText } from '@/lib/canary/durations';
import { attemptLabel, OUTCOME_LABELS, runStateLabel, variantName } from '@/lib/canary/labels';
import { reasonLine } from '@/lib/canary/reason/plain-reason';
import { formatInstant } from '@/lib/time/format';
import shared from '../canary.module.css';
import { useRunLimits } from '../run-limits';
import { StateMark } from '../state-mark';
import classes from './run-tooltip.module.css';

const WIDTH = 280;

type RunTooltipProps = {
  scheduled: ScheduledRun;
  /** How many of the runs of the bar, or of those that started together, failed; empty for a single one. */
  together: string;
  /** Whether the run is the worst of several in the bar. */
  isWorst: boolean;
  /** Whether the axis is shorter than the run. */
  isCut: boolean;
  zone: string;
  now: number;
  x: number;
  within: number;
};

/** A summary of a scheduled run and its attempts next to its bar, on the side that has room. */
export function RunTooltip({ scheduled, together, isWorst, isCut, zone, now, x, within }: RunTooltipProps) {
  const limits = useRunLimits();
  const side = x + 12 + WIDTH <= within ? x + 12 : x - 12 - WIDTH;
  const left = Math.max(0, Math.min(side, within - WIDTH));
  const { attempts, outcome, started } = scheduled;
  const [first] = attempts;
  const reason = reasonLine(attempts.find(({ state }) => state === 'FAILED')?.stateReason);
  const place = variantName(first);
  return (
    <div className={classes.tooltip} style={{ left, width: Math.min(WIDTH, within) }}>
      {together && <div className={classes.together}>{together}</div>}
      {isWorst && <div className={shared.muted}>The worst of them:</div>}
      <div>{formatInstant(started, zone, 'second')}</div>
      {attempts.length > 1 && <StateMark outcome={outcome} label={OUTCOME_LABELS[outcome]} />}
      {attempts.map((run) => (
        <div key={run.id}>
          <StateMark outcome={attemptOutcome(run)} label={runStateLabel(run)} /> ·{' '}
          {durationText(run, now, limits)}
          {attempts.length > 1 && <span className={shared.muted}> · {attemptLabel(run)}</span>}
        </div>
      ))}
      {isCut && <div className={shared.muted}>Longer than the axis shows</div>}
      {place && <div className={shared.muted}>{place}</div>}
      {reason && (
        <div dir="auto" className={classes.reason}>
          {reason}
        </div>
      )}
    </div>
  );
}
