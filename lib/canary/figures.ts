import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { type Availability, availability } from './availability';
import { type Durations, durations } from './durations';
import { isPastRetention, knownFrom } from './known';
import type { LoadedRuns } from './loaded';
import type { Canary, RunType } from './run';
import { startedIn } from './started-in';

/** Figures of the runs of a span, all of them over the part of it of which all runs are loaded and kept. */
export type RunFigures = Availability & {
  durations: Durations;
  retries: number;
  /** Scheduled runs with a retry. */
  retried: number;
  /** Attempts of the coverage. */
  attempts: number;
  loadedFrom: number;
  /** Whether the whole span is older than AWS keeps runs. */
  isExpired: boolean;
};

/** The figures of a canary's page. Dry runs have no documented retention. */
export function runFigures(
  loaded: LoadedRuns,
  canary: Canary | undefined,
  runType: RunType,
  { span, now }: { span: Span; now: number },
): RunFigures {
  const retained = runType === 'DRY_RUN' ? undefined : canary;
  const measured = availability(loaded.runs, span, knownFrom(loaded, retained, now));
  const runs = loaded.runs.filter(startedIn(measured.coverage));
  const retries = runs.filter(({ retryAttempt }) => retryAttempt);
  return {
    ...measured,
    durations: durations(runs),
    retries: retries.length,
    retried: new Set(retries.map(({ id, scheduledRunId }) => scheduledRunId ?? id)).size,
    attempts: runs.length,
    loadedFrom: loaded.from,
    isExpired:
      retained !== undefined &&
      !loaded.runs.some(startedIn(span)) &&
      isPastRetention(loaded, retained, { span, now }),
  };
}

export type FigureNotes = Record<'availability' | 'p50' | 'p95' | 'p99' | 'retries', string>;

/**
 * Notes on the runs that each figure is of. Until all runs of the span are read, these are the runs so far; the timeline says how far
 * back they go.
 */
export function figureNotes(figures: RunFigures, span: Span, runType: RunType, zone: string): FigureNotes {
  const { passed, finished, retries, retried, coverage, loadedFrom } = figures;
  const none = (availability: string) => ({ availability, p50: '', p95: '', p99: '', retries: '' });
  if (figures.isExpired) return none('AWS no longer keeps runs of this range');
  if (loadedFrom >= span.to) return none('nothing of this range is loaded');
  if (coverage.from >= coverage.to)
    return none('AWS no longer keeps both passed and failed runs of this range');
  const isPartial = loadedFrom > span.from && loadedFrom === coverage.from;
  const since = coverage.from > span.from ? ` since ${formatInstant(coverage.from, zone)}` : '';
  const tail = isPartial ? ' so far' : since;
  if (figures.durations.count === 0) return none(`no finished runs${tail}`);
  const kind = runType === 'DRY_RUN' ? 'dry run' : 'scheduled run';
  const share = `${formatNumber(passed)} of ${counted(finished, kind)}`;
  return {
    availability: finished === 0 ? `no finished scheduled run${tail}` : `${share}${tail}`,
    p50: `p50 of ${counted(figures.durations.count, 'finished attempt')}${tail}`,
    p95: `95 % of the attempts took this long or less${tail}`,
    p99: `99 % of the attempts took this long or less${tail}`,
    retries: `${retries > 0 ? `in ${counted(retried, 'scheduled run')}` : 'none'}${tail}`,
  };
}
