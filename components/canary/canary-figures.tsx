'use client';

import { Skeleton } from '@mantine/core';
import { useRange } from '@/components/shell/use-range';
import { scheduledRuns } from '@/lib/canary/attempts';
import { availability, formatShare, tellableFrom } from '@/lib/canary/availability';
import { durations } from '@/lib/canary/durations';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { Canary, RunType } from '@/lib/canary/run';
import { scheduleWords } from '@/lib/canary/schedule';
import { formatDuration } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import classes from './canary.module.css';
import { CanaryStateFigure } from './canary-state-figure';
import { Figure } from './figure';

type CanaryFiguresProps = {
  canary: Canary | undefined;
  loaded: LoadedRuns | undefined;
  runType: RunType;
};

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** The row of figures over the timeline: what the runs of the range say, and how the canary is now. */
export function CanaryFigures({ canary, loaded, runType }: CanaryFiguresProps) {
  const { span, zone, now } = useRange();
  const dry = runType === 'DRY_RUN';
  const waiting = <Skeleton height={20} width={80} my={4} />;
  const runs = (loaded?.runs ?? []).filter(({ started }) => started >= span.from && started < span.to);
  const knownFrom = Math.max(loaded?.from ?? span.to, canary ? tellableFrom(canary, now) : 0);
  const told = availability(loaded?.runs ?? [], span, dry ? loaded?.from : knownFrom);
  const took = durations(runs);
  const retried = scheduledRuns(runs).filter(({ attempts }) => attempts.some((run) => run.retryAttempt));
  const retries = runs.filter((run) => run.retryAttempt).length;
  const since = told.over.from > span.from ? ` since ${formatInstant(told.over.from, zone)}` : '';
  return (
    <dl className={classes.figures}>
      <Figure
        label={dry ? 'Dry runs passed' : 'Availability'}
        value={loaded ? (told.share === undefined ? '–' : formatShare(told.share)) : waiting}
        note={
          told.finished > 0
            ? `${told.passed.toLocaleString('en-US')} of ${counted(told.finished, dry ? 'dry run' : 'scheduled run')}${since}`
            : loaded && 'no finished run to tell it from'
        }
      />
      <CanaryStateFigure canary={canary} runs={dry ? undefined : loaded?.runs} />
      <Figure
        label="Duration, median"
        value={loaded ? (took.p50 === undefined ? '–' : formatDuration(took.p50)) : waiting}
        note={loaded && `p50 of ${counted(took.count, 'finished attempt')}`}
      />
      <Figure
        label="Duration, slowest 5 %"
        value={loaded ? (took.p95 === undefined ? '–' : formatDuration(took.p95)) : waiting}
        note={loaded && 'p95: 95 % were as fast or faster'}
      />
      <Figure
        label="Retries"
        value={loaded ? retries.toLocaleString('en-US') : waiting}
        note={
          loaded && (retries > 0 ? `in ${counted(retried.length, 'scheduled run')}` : 'none in this range')
        }
      />
      <Figure
        label="Schedule"
        words
        value={canary ? scheduleWords(canary.schedule) : waiting}
        note={
          canary &&
          (canary.maxRetries ? `up to ${counted(canary.maxRetries, 'retry', 'retries')}` : 'no retries')
        }
      />
    </dl>
  );
}
