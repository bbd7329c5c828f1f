import { counted } from '@/lib/answer/words';
import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { type Availability, availability, retainedFrom } from './availability';
import { type Durations, durations } from './durations';
import { knownFrom } from './known';
import type { LoadedRuns } from './loaded';
import type { Canary, RunType } from './run';

/** What the loaded runs of a span say. */
export type RunFigures = Availability & {
  durations: Durations;
  retries: number;
  /** Scheduled runs that were tried again. */
  retried: number;
  /** Attempts of the span that are loaded. */
  attempts: number;
  loadedFrom: number;
  /** All of the span is older than AWS keeps runs. */
  gone: boolean;
};

/** The figures of a canary's page, of the runs that are loaded; dry runs have no retention of their own. */
export function runFigures(
  loaded: LoadedRuns,
  canary: Canary | undefined,
  runType: RunType,
  { span, now }: { span: Span; now: number },
): RunFigures {
  const judged = runType === 'DRY_RUN' ? undefined : canary;
  const runs = loaded.runs.filter(({ started }) => started >= span.from && started < span.to);
  const retries = runs.filter(({ retryAttempt }) => retryAttempt);
  return {
    ...availability(loaded.runs, span, judged ? knownFrom(loaded, judged, now) : loaded.from),
    durations: durations(runs),
    retries: retries.length,
    retried: new Set(retries.map(({ id, scheduledRunId }) => scheduledRunId ?? id)).size,
    attempts: runs.length,
    loadedFrom: loaded.from,
    gone: judged !== undefined && runs.length === 0 && span.to <= retainedFrom(judged, now),
  };
}

export type FigureNotes = Record<'availability' | 'p50' | 'p95' | 'retries', string>;

/** What each figure is said over: while the span is not covered, of the runs loaded so far. */
export function figureNotes(figures: RunFigures, span: Span, runType: RunType, zone: string): FigureNotes {
  const { passed, finished, attempts, retries, retried, over, loadedFrom } = figures;
  const none = (availability: string) => ({ availability, p50: '', p95: '', retries: '' });
  if (figures.gone) return none('AWS keeps no runs of this range any more');
  if (loadedFrom >= span.to) return none('nothing of this range is loaded');
  const partly = loadedFrom > span.from;
  const ofLoaded = partly
    ? `of the ${counted(attempts, 'run')} loaded, back to ${formatInstant(loadedFrom, zone)}`
    : '';
  const tail = partly ? `, ${ofLoaded}` : '';
  if (figures.durations.count === 0) return none(`no finished runs${tail}`);
  const kind = runType === 'DRY_RUN' ? 'dry run' : 'scheduled run';
  const share = `${passed.toLocaleString('en-US')} of ${counted(finished, kind)}`;
  const since = over.from > span.from ? ` since ${formatInstant(over.from, zone)}` : '';
  return {
    availability:
      finished === 0
        ? `no finished run to tell it from${tail}`
        : `${share}${over.from === loadedFrom && partly ? tail : since}`,
    p50: partly ? `p50 ${ofLoaded}` : `p50 of ${counted(figures.durations.count, 'finished attempt')}`,
    p95: `95 % took this long or less${tail}`,
    retries: `${retries > 0 ? `in ${counted(retried, 'scheduled run')}` : 'none'}${tail}`,
  };
}
