'use client';

import { type ReactNode, useMemo } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { type Gap, missedCount } from '@/lib/canary/gaps/gap';
import type { Incident } from '@/lib/canary/health/incidents';
import { isPastRetention, knownFrom } from '@/lib/canary/known';
import { retentionText, runsTitle } from '@/lib/canary/labels';
import type { LoadedRuns } from '@/lib/canary/loaded';
import { TIMELINE_HEIGHT } from '@/lib/canary/plot/plot-size';
import { retentionWarning } from '@/lib/canary/retention-warning';
import type { Canary, CanaryRun, RunType } from '@/lib/canary/run';
import { startedIn } from '@/lib/canary/started-in';
import type { CanaryHistory } from '@/lib/queries/use-canary-history';
import { mergeSpans } from '@/lib/time/merge-spans';
import { absoluteRange } from '@/lib/time/range';
import { NoRuns } from './no-runs';
import { ReadingRuns } from './reading-runs';
import classes from './runs-panel.module.css';
import { SummaryTimeline } from './timeline/summary-timeline';
import type { TimelineChoice } from './timeline/timeline-choice';
import { TimelinePanel } from './timeline/timeline-panel';
import { TimelineToolbar } from './timeline/timeline-toolbar';
import { useTimelineView } from './timeline/use-timeline-view';

type RunsPanelProps = {
  canary: Canary | undefined;
  history: CanaryHistory;
  /** Its runs in the chosen places; undefined before the first ones. */
  loaded: LoadedRuns | undefined;
  /** Without the runs of maintenance windows. */
  measured: LoadedRuns | undefined;
  runType: RunType;
  /** The dry run that was started here and has not finished. */
  startedId: string | undefined;
  /** Shows all dry runs; only if those of one id were requested. */
  onAllDryRuns: (() => void) | undefined;
  selectedId: string | null;
  onSelect: (run: CanaryRun) => void;
  toolbar: ReactNode;
  incidents: readonly Incident[];
  /** Missing runs of each browser and location. */
  gaps: readonly Gap[];
  choice: TimelineChoice;
  onChoice: (change: Partial<TimelineChoice>, history: 'push' | 'replace') => void;
};

/** The timeline of the runs in the range, with notes on what is not loaded or no longer kept by AWS. */
export function RunsPanel(props: RunsPanelProps) {
  const {
    canary,
    history: runs,
    loaded,
    measured,
    runType,
    startedId,
    onAllDryRuns,
    selectedId,
    onSelect,
    toolbar,
    incidents,
    gaps,
    choice,
    onChoice,
  } = props;
  const { span, zone, now, setRange } = useRange();
  const timeline = useTimelineView(
    span,
    choice.view,
    (view, history) => onChoice({ view }, history),
    (view) => setRange(absoluteRange(view), ['view']),
  );
  const { summary } = runs;
  const attempts = summary?.attempts ?? loaded?.runs.filter(startedIn(span)).length ?? 0;
  const loadedFrom = summary?.from ?? loaded?.from;
  const isComplete = loadedFrom !== undefined && loadedFrom <= span.from;
  const retainedRuns = canary && runType === 'CANARY_RUN' ? canary : undefined;
  const warning = retainedRuns && retentionWarning(loaded, retainedRuns, { span, now, zone });
  const isExpired =
    loaded !== undefined &&
    retainedRuns !== undefined &&
    isPastRetention(loaded, retainedRuns, { span, now });
  const isEmpty = loaded !== undefined && attempts === 0 && (isComplete || isExpired);
  const from = Math.min(span.to, Math.max(span.from, loadedFrom ?? span.to));
  const bands = useMemo(() => mergeSpans(gaps), [gaps]);
  const outages = useMemo(() => incidents.map(({ from, to = now }) => ({ from, to })), [incidents, now]);
  return (
    <Panel
      title={runsTitle(runType)}
      id="runs"
      figure={loaded && `${counted(attempts, 'attempt')}${isComplete ? '' : ' loaded'}`}
      asOf={runs.asOf}
      span={span}
      coverage={loaded && from < span.to ? { from, to: span.to } : undefined}
      fetching={loaded && runs.isFetching && !runs.isReading}
      onRetry={runs.retry}
    >
      <div className={classes.toolbar}>
        {toolbar}
        {loaded && !isEmpty && (
          <TimelineToolbar
            timeline={timeline}
            range={span}
            zone={zone}
            scaleKind={choice.scale}
            onScaleKind={(scale) => onChoice({ scale }, 'push')}
          />
        )}
      </div>
      <Warnings warnings={[...runs.warnings, ...(warning && !(isExpired && isEmpty) ? [warning] : [])]} />
      {runs.error && <ProblemNotice error={runs.error} onRetry={runs.retry} />}
      {!loaded && !runs.error && !runs.isStopped && (
        <PanelSkeleton height={TIMELINE_HEIGHT} label="Loading runs" />
      )}
      {isEmpty && (
        <NoRuns
          startedId={startedId}
          newest={loaded.runs[0]}
          isAll={loaded.from === Number.NEGATIVE_INFINITY}
          isOnePlace={choice.location !== null || choice.browser !== null}
          runType={runType}
          expected={missedCount(gaps)}
          retention={isExpired ? retentionText(retainedRuns) : undefined}
          onAllDryRuns={onAllDryRuns}
          height={TIMELINE_HEIGHT}
        />
      )}
      {summary && <SummaryTimeline plot={summary.timeline} />}
      {loaded && measured && !summary && !isEmpty && (
        <TimelinePanel
          canary={canary}
          loaded={loaded}
          measured={measured}
          knownFrom={knownFrom(measured, retainedRuns, now)}
          gaps={bands}
          outages={outages}
          choice={choice}
          timeline={timeline}
          selectedId={selectedId}
          onSelect={onSelect}
          onPlace={(place) => onChoice({ ...place, rows: 'one' }, 'push')}
        />
      )}
      <ReadingRuns history={runs} />
    </Panel>
  );
}
