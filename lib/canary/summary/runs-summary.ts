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
import { bandPath, placeIn } from '../plot/band-path';
import { barPaths, type OutcomePath, retryPaths } from '../plot/bar-paths';
import { type DurationScale, durationScale, type ScaleKind } from '../plot/duration-scale';
import { plotRuns } from '../plot/plot-runs';
import { PLOT_HEIGHT } from '../plot/plot-size';
import { runBars } from '../plot/run-bars';
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
  timeline: SummaryTimeline;
};

/** The newest runs and, if all of the range are known, a summary of those. */
export type NewestRuns = RunHistory & { summary: RunsSummary | undefined };

/** Paths in a plot that is SUMMARY_WIDTH wide, and its axis: places are pixels from the top of the plot. */
export type SummaryTimeline = {
  outages: string;
  gaps: string;
  bars: OutcomePath[];
  retries: OutcomePath[];
  /** Whether bars are of several runs, not all of which have the outcome of the bar. */
  hasShares: boolean;
  scale: Pick<DurationScale, 'kind' | 'cutCount' | 'p95'>;
  ticks: { label: string; y: number }[];
  p95Y: number | undefined;
};

/** Pixels: about that of the page, which stretches the plot to its own width. */
export const SUMMARY_WIDTH = 1200;

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
  { runs }: LoadedRuns,
  canary: Canary,
  { span, now, scale: kind, view }: SummaryView,
  { gaps, outages }: { gaps: readonly Span[]; outages: readonly Span[] },
): SummaryTimeline {
  const plot = plotRuns(scheduledRuns(runs).filter(startedIn(span)), now, canary);
  const scale = durationScale(plot.duration, kind);
  const part = fitView(parseView(view ?? '') ?? span, span);
  const bars = runBars(plot, { span: part, width: SUMMARY_WIDTH, height: PLOT_HEIGHT, scale });
  const x = placeIn(part, SUMMARY_WIDTH);
  const { cutCount, p95 } = scale;
  const y = (ms: number) => PLOT_HEIGHT * (1 - scale.share(ms));
  return {
    outages: bandPath(outages, x),
    gaps: bandPath(gaps, x),
    bars: barPaths(bars, PLOT_HEIGHT),
    retries: retryPaths(bars, PLOT_HEIGHT + 2),
    hasShares: bars.some(({ share }) => share < 1),
    scale: { kind, cutCount, p95 },
    ticks: scale.ticks.map(({ ms, label }) => ({ label, y: y(ms) })),
    p95Y: p95 === undefined ? undefined : y(p95),
  };
}
