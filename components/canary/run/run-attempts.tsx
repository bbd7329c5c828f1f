'use client';

import { UnstyledButton } from '@mantine/core';
import { useRange } from '@/components/range/use-range';
import { attemptOutcome, type ScheduledRun } from '@/lib/canary/attempts';
import { durationText, elapsedMs } from '@/lib/canary/durations';
import { attemptLabel, runStateLabel } from '@/lib/canary/labels';
import type { CanaryRun } from '@/lib/canary/run';
import { formatDuration } from '@/lib/time/duration';
import { formatClock, formatZoneAt } from '@/lib/time/format';
import { useRunLimits } from '../run-limits';
import { StateMark } from '../state-mark';
import classes from './run-attempts.module.css';
import { RunSection } from './run-section';

type RunAttemptsProps = { scheduled: ScheduledRun; run: CanaryRun; onSelect: (run: CanaryRun) => void };

/** The attempts of a scheduled run on one line of time, from the instant at which CloudWatch counts them. */
export function RunAttempts({ scheduled, run, onSelect }: RunAttemptsProps) {
  const { zone, now } = useRange();
  const limits = useRunLimits();
  const { attempts } = scheduled;
  const counted = attempts.find(({ metricTimestamp }) => metricTimestamp !== undefined)?.metricTimestamp;
  const from = Math.min(attempts[0].started, counted ?? Number.POSITIVE_INFINITY);
  const to = Math.max(...attempts.map((one) => one.started + (elapsedMs(one, now, limits) ?? 0)), from + 1);
  const share = (ms: number) => `${(100 * ms) / (to - from)}%`;
  return (
    <RunSection title={attempts.length === 1 ? 'Timeline' : `Timeline of ${attempts.length} attempts`}>
      <ol className={classes.attempts}>
        {attempts.map((one) => (
          <li key={one.id}>
            <UnstyledButton
              className={classes.attempt}
              aria-current={one.id === run.id ? 'true' : undefined}
              onClick={() => onSelect(one)}
            >
              <span className={classes.line}>
                <span>{attemptLabel(one)}</span>
                <StateMark outcome={attemptOutcome(one)} label={runStateLabel(one)} />
                <span className={classes.when}>
                  {formatClock(one.started, zone, 'second')} · {durationText(one, now, limits)}
                </span>
              </span>
              <span aria-hidden className={classes.track}>
                <span
                  data-outcome={attemptOutcome(one)}
                  className={classes.bar}
                  style={{ left: share(one.started - from), width: share(elapsedMs(one, now, limits) ?? 0) }}
                />
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
      <p className={classes.note}>
        {formatClock(from, zone, 'second')} – {formatClock(to, zone, 'second')} {formatZoneAt(from, zone)} ·{' '}
        {formatDuration(to - from)}
        {counted !== undefined && `. CloudWatch counts it at ${formatClock(counted, zone, 'second')}.`}
      </p>
    </RunSection>
  );
}
