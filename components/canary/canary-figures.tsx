'use client';

import { Figure } from '@/components/panel/figure';
import { useIsCurrent, useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import { formatAvailability } from '@/lib/canary/availability';
import { figureNotes, type RunFigures } from '@/lib/canary/figures';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { missedTail } from '@/lib/canary/health/headline';
import type { Canary, RunType } from '@/lib/canary/run';
import { formatDuration } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
import classes from './canary-figures.module.css';
import { BudgetFigure } from './health/budget-figure';
import { StatusFigure } from './health/status-figure';
import { useStateSignals } from './health/use-state-signals';
import { UnknownValue } from './unknown-value';

type CanaryFiguresProps = {
  canary: Canary | undefined;
  /** Undefined before the first runs. */
  figures: RunFigures | undefined;
  /** Undefined before the first runs, and for dry runs. */
  states: Pick<CanaryHealth, 'now' | 'atEnd'> | undefined;
  /** Missing runs. */
  missed: number;
  windowCount: number;
  objective: number | undefined;
  runType: RunType;
  /** Whether these are the runs of all locations and browsers. */
  isWhole: boolean;
  /** Whether loading the canary or its runs failed. */
  failed: boolean;
};

/** Figures of the runs in the range, and the canary's state now and, if the range ends earlier, at its end. */
export function CanaryFigures(props: CanaryFiguresProps) {
  const { canary, figures, states, missed, windowCount, objective, runType, isWhole, failed } = props;
  const { span, zone, now } = useRange();
  const isDry = runType === 'DRY_RUN';
  const isCurrent = useIsCurrent();
  useStateSignals(isWhole && isCurrent ? canary?.name : undefined, states?.now.state);
  const notes = figures && figureNotes(figures, span, runType, zone);
  const leftOut = windowCount > 0 ? `, ${counted(windowCount, 'maintenance window')} left out` : '';
  const shown = (value: string | undefined) => (figures ? (value ?? '–') : <UnknownValue failed={failed} />);
  const durationOf = (ms: number | undefined) => shown(ms === undefined ? undefined : formatDuration(ms));
  const { p50, p95, p99 } = figures?.durations ?? {};
  const isNow = span.to >= now;
  return (
    <dl className={classes.figures} data-states={isDry ? 0 : isNow ? 1 : 2}>
      <Figure
        label={isDry ? 'Dry runs passed' : 'Availability'}
        value={shown(figures?.share === undefined ? undefined : formatAvailability(figures.share))}
        note={notes ? `${notes.availability}${missedTail(missed)}${leftOut}` : ''}
      />
      {!isDry && (
        <>
          <BudgetFigure
            figures={figures}
            isPartial={(figures?.loadedFrom ?? span.from) > span.from}
            objective={objective}
            failed={failed}
          />
          <StatusFigure
            label={isCurrent ? 'Now' : `At ${formatInstant(now, zone)}`}
            status={states?.now}
            zone={zone}
            at={now}
            failed={failed}
          />
          {!isNow && (
            <StatusFigure
              label={`At ${formatInstant(span.to, zone)}`}
              status={states?.atEnd}
              zone={zone}
              at={span.to}
              failed={failed}
            />
          )}
        </>
      )}
      <Figure label="Duration, median" value={durationOf(p50)} note={notes?.p50 ?? ''} />
      <Figure label="Duration, p95" value={durationOf(p95)} note={notes?.p95 ?? ''} />
      <Figure label="Duration, p99" value={durationOf(p99)} note={notes?.p99 ?? ''} />
      <Figure
        label="Retries"
        value={shown(figures?.attempts ? formatNumber(figures.retries) : undefined)}
        note={notes?.retries ?? ''}
      />
    </dl>
  );
}
