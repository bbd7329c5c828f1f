import { mergeSpans } from '@/lib/time/merge-spans';
import type { Span } from '@/lib/time/range';
import { scheduledRuns } from '../attempts';
import { type RunFigures, runFigures } from '../figures';
import { missedCount } from '../gaps/gap';
import type { CanaryHealth } from '../health/canary-health';
import { type HealthChoice, healthRules } from '../health/health-rules';
import { incidentsOf } from '../health/incidents';
import { measuredRuns } from '../health/measured-runs';
import { missedRuns } from '../health/missed-runs';
import { statusesOf } from '../health/statuses';
import type { LoadedRuns } from '../loaded';
import { durationScale, type ScaleKind } from '../plot/duration-scale';
import { plotRuns } from '../plot/plot-runs';
import { type StretchedPlot, stretchedPlot } from '../plot/stretched-plot';
import { fitView, parseView } from '../plot/view';
import type { Canary } from '../run';
import { canaryIn, type RunPlace, runsIn } from '../run-places';
import { startedIn } from '../started-in';
import type { RunHistory } from '../stream/collect-runs';

/** What a page shows of a canary's scheduled runs: its range and present, and the choices in its URL. */
export type SummaryView = RunPlace &
  Pick<HealthChoice, 'failingAfter' | 'maintenance'> & {
    span: Span;
    now: number;
    scale: ScaleKind;
    /** The visible part of the range, as in the URL. */
    view: string | null;
  };

/** The figures and the timeline of all runs of a range, for a page that doesn't have those runs yet. */
export type RunsSummary = {
  /** JSON of the view that it is for. */
  of: string;
  /** All runs from here on are in it. */
  from: number;
  /** Attempts in the range. */
  attempts: number;
  figures: RunFigures;
  states: Pick<CanaryHealth, 'now' | 'atEnd'>;
  /** Missing runs. */
  missed: number;
  timeline: StretchedPlot;
};

/** The newest runs and, if all of the range are known, a summary of those. */
export type NewestRuns = RunHistory & { summary: RunsSummary | undefined };

/** Names a view. Two are the same if their names are. */
export const viewName = (view: SummaryView): string => {
  const { span, now, location, browser, failingAfter, maintenance, scale, view: part } = view;
  return JSON.stringify([span.from, span.to, now, location, browser, failingAfter, maintenance, scale, part]);
};

/** Summarizes runs as the page does once it has them. */
export function runsSummary(all: LoadedRuns, canary: Canary, shown: SummaryView): RunsSummary {
  const { span, now } = shown;
  const { windows, failingAfter } = healthRules({ ...shown, objective: null });
  const loaded = runsIn(all, shown);
  const measured = measuredRuns(loaded, windows);
  const there = canaryIn(canary, shown);
  const gaps = missedRuns(loaded, there, { span, now });
  const outages = incidentsOf(loaded, canary, { span, now, failingAfter });
  return {
    of: viewName(shown),
    from: loaded.from,
    attempts: loaded.runs.filter(startedIn(span)).length,
    figures: runFigures(measured, there, 'CANARY_RUN', { span, now }),
    states: statusesOf(loaded, there, { span, now }),
    missed: missedCount(gaps),
    timeline: drawn(loaded, there, shown, {
      gaps: mergeSpans(gaps),
      outages: outages.map(({ from, to = now }) => ({ from, to })),
    }),
  };
}

function drawn(
  { runs, from }: LoadedRuns,
  canary: Canary,
  { span, now, scale: kind, view }: SummaryView,
  bands: { gaps: readonly Span[]; outages: readonly Span[] },
): StretchedPlot {
  const plot = plotRuns(scheduledRuns(runs).filter(startedIn(span)), now, canary);
  return stretchedPlot(plot, {
    view: fitView(parseView(view ?? '') ?? span, span),
    scale: durationScale(plot.duration, kind),
    loadedFrom: from,
    ...bands,
  });
}
