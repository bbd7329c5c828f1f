'use client';

import { Skeleton } from '@mantine/core';
import { Figure } from '@/components/panel/figure';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import { formatAvailability } from '@/lib/canary/availability';
import { figureNotes, runFigures } from '@/lib/canary/figures';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { Canary, RunType } from '@/lib/canary/run';
import { scheduleText } from '@/lib/canary/schedule';
import { formatDuration } from '@/lib/time/duration';
import classes from './canary-figures.module.css';
import { CanaryStateFigure } from './canary-state-figure';

type CanaryFiguresProps = {
  canary: Canary | undefined;
  loaded: LoadedRuns | undefined;
  runType: RunType;
  /** Whether loading the runs failed. */
  failed: boolean;
};

/** Figures of the runs in the range, and the canary's current state. */
export function CanaryFigures({ canary, loaded, runType, failed }: CanaryFiguresProps) {
  const { span, zone, now } = useRange();
  const isDry = runType === 'DRY_RUN';
  const figures = loaded && runFigures(loaded, canary, runType, { span, now });
  const notes = figures && figureNotes(figures, span, runType, zone);
  const shown = (value: string | undefined) =>
    figures || failed ? (value ?? '–') : <Skeleton height={20} width={80} my={4} />;
  const { p50, p95 } = figures?.durations ?? {};
  return (
    <dl className={classes.figures}>
      <Figure
        label={isDry ? 'Dry runs passed' : 'Availability'}
        value={shown(figures?.share === undefined ? undefined : formatAvailability(figures.share))}
        note={notes?.availability ?? ''}
      />
      <CanaryStateFigure canary={canary} runs={isDry ? undefined : loaded?.runs} />
      <Figure
        label="Duration, median"
        value={shown(p50 === undefined ? undefined : formatDuration(p50))}
        note={notes?.p50 ?? ''}
      />
      <Figure
        label="Duration, p95"
        value={shown(p95 === undefined ? undefined : formatDuration(p95))}
        note={notes?.p95 ?? ''}
      />
      <Figure
        label="Retries"
        value={shown(figures?.attempts ? formatNumber(figures.retries) : undefined)}
        note={notes?.retries ?? ''}
      />
      <Figure
        label="Schedule"
        words
        value={canary ? scheduleText(canary.schedule) : <Skeleton height={20} width={80} my={4} />}
        note={canary ? scheduleNote(canary) : ''}
      />
    </dl>
  );
}

const scheduleNote = ({ maxRetries }: Canary) =>
  maxRetries ? `up to ${counted(maxRetries, 'retry', 'retries')}` : 'no retries';
