'use client';

import { Skeleton } from '@mantine/core';
import { Figure } from '@/components/panel/figure';
import { useRange } from '@/components/shell/use-range';
import { counted } from '@/lib/answer/words';
import { availability, formatAvailability } from '@/lib/canary/availability';
import { durations } from '@/lib/canary/durations';
import { knownFrom } from '@/lib/canary/known';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { Canary, RunType } from '@/lib/canary/run';
import { scheduleWords } from '@/lib/canary/schedule';
import { formatDuration } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import classes from './canary.module.css';
import { CanaryStateFigure } from './canary-state-figure';

type CanaryFiguresProps = {
  canary: Canary | undefined;
  loaded: LoadedRuns | undefined;
  runType: RunType;
  /** The runs could not be read: nothing is awaited. */
  failed: boolean;
};

/** The row of figures over the timeline: what the runs of the range say, and how the canary is now. */
export function CanaryFigures({ canary, loaded, runType, failed }: CanaryFiguresProps) {
  const { span, zone, now } = useRange();
  const dry = runType === 'DRY_RUN';
  const told =
    loaded && rangeFigures(loaded, span, dry || !canary ? loaded.from : knownFrom(loaded, canary, now));
  const shown = (value: string | undefined) =>
    told || failed ? (value ?? '–') : <Skeleton height={20} width={80} my={4} />;
  const note = (words: string) => {
    if (!told) return '';
    return loaded.from >= span.to ? 'nothing of this range is loaded' : words;
  };
  const since = told && told.over.from > span.from ? ` since ${formatInstant(told.over.from, zone)}` : '';
  const { passed = 0, finished = 0, attempts = 0, retries = 0, retried = 0 } = told ?? {};
  return (
    <dl className={classes.figures}>
      <Figure
        label={dry ? 'Dry runs passed' : 'Availability'}
        value={shown(told?.share === undefined ? undefined : formatAvailability(told.share))}
        note={note(
          finished > 0
            ? `${passed.toLocaleString('en-US')} of ${counted(finished, dry ? 'dry run' : 'scheduled run')}${since}`
            : 'no finished run to tell it from',
        )}
      />
      <CanaryStateFigure canary={canary} runs={dry ? undefined : loaded?.runs} />
      <Figure
        label="Duration, median"
        value={shown(told?.p50 === undefined ? undefined : formatDuration(told.p50))}
        note={note(`p50 of ${counted(attempts, 'finished attempt')}`)}
      />
      <Figure
        label="Duration, p95"
        value={shown(told?.p95 === undefined ? undefined : formatDuration(told.p95))}
        note={note('95 % took this long or less')}
      />
      <Figure
        label="Retries"
        value={shown(!loaded || loaded.from >= span.to ? undefined : retries.toLocaleString('en-US'))}
        note={note(retries > 0 ? `in ${counted(retried, 'scheduled run')}` : 'none')}
      />
      <Figure
        label="Schedule"
        words
        value={canary ? scheduleWords(canary.schedule) : <Skeleton height={20} width={80} my={4} />}
        note={canary ? retryWords(canary) : ''}
      />
    </dl>
  );
}

const retryWords = ({ maxRetries }: Canary) =>
  maxRetries ? `up to ${counted(maxRetries, 'retry', 'retries')}` : 'no retries';

function rangeFigures(loaded: LoadedRuns, span: Span, known: number) {
  const runs = loaded.runs.filter(({ started }) => started >= span.from && started < span.to);
  const retries = runs.filter(({ retryAttempt }) => retryAttempt);
  const { p50, p95, count } = durations(runs);
  return {
    ...availability(loaded.runs, span, known),
    p50,
    p95,
    attempts: count,
    retries: retries.length,
    retried: new Set(retries.map(({ id, scheduledRunId }) => scheduledRunId ?? id)).size,
  };
}
