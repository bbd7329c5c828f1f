'use client';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { completeFrom, retainedFrom } from '@/lib/canary/availability';
import { missedRuns } from '@/lib/canary/known';
import { retentionText } from '@/lib/canary/labels';
import type { Canary, CanaryRun, RunType } from '@/lib/canary/run';
import { parseSchedule } from '@/lib/canary/schedule';
import { formatInstant } from '@/lib/time/format';
import { absoluteRange } from '@/lib/time/range';
import shared from './canary.module.css';
import { NoRuns } from './no-runs';
import { RunTimeline, TIMELINE_HEIGHT } from './run-timeline';
import classes from './runs-panel.module.css';
import { TimelineLegend } from './timeline-legend';
import type { CanaryRuns } from './use-canary-runs';

type RunsPanelProps = {
  canary: Canary | undefined;
  runs: CanaryRuns;
  runType: RunType;
  /** Only the dry runs of one id are asked for; `onAll` shows all. */
  dryRun?: { onAll: () => void };
  selectedId: string | null;
  onSelect: (run: CanaryRun) => void;
  toolbar: ReactNode;
};

/** The runs of the range in time, how far they are loaded, and what AWS has forgotten of them. */
export function RunsPanel({ canary, runs, runType, dryRun, selectedId, onSelect, toolbar }: RunsPanelProps) {
  const { span, zone, now, setRange } = useRange();
  const { loaded } = runs;
  const inRange = loaded?.runs.filter(({ started }) => started >= span.from && started < span.to) ?? [];
  const whole = loaded !== undefined && loaded.from <= span.from;
  const kept = canary ? completeFrom(canary, now) : span.from;
  const forgotten = canary && kept > span.from && runType === 'CANARY_RUN';
  const gone = canary && runType === 'CANARY_RUN' && span.to <= retainedFrom(canary, now);
  const empty = loaded !== undefined && inRange.length === 0 && (whole || gone);
  const from = Math.min(span.to, Math.max(span.from, loaded?.from ?? span.to));
  const missing = canary && loaded && runType === 'CANARY_RUN' ? missedRuns(loaded, canary, span, now) : [];
  const expected = missing.reduce((sum, { missed }) => sum + missed, 0);
  return (
    <Panel
      title={runType === 'DRY_RUN' ? 'Dry runs' : 'Runs'}
      id="runs"
      figure={loaded && attemptsWords(inRange.length, whole)}
      asOf={runs.asOf}
      span={span}
      coverage={loaded && from < span.to ? { from, to: span.to } : undefined}
      fetching={loaded && runs.fetching && !runs.loadingOlder}
      onRetry={runs.retry}
    >
      <div className={classes.toolbar}>{toolbar}</div>
      <Warnings
        warnings={[
          ...runs.warnings,
          ...(forgotten && !(gone && empty)
            ? [`${retentionText(canary)}: before ${formatInstant(kept, zone)} no availability can be told.`]
            : []),
        ]}
      />
      {runs.error && <ProblemNotice error={runs.error} onRetry={runs.retry} />}
      {!loaded && !runs.error && <PanelSkeleton height={TIMELINE_HEIGHT} label="Loading runs" />}
      {empty && (
        <NoRuns
          newest={loaded.runs[0]}
          runType={runType}
          expected={expected}
          gone={gone ? retentionText(canary) : undefined}
          dryRun={dryRun}
          height={TIMELINE_HEIGHT}
        />
      )}
      {loaded && !empty && (
        <>
          <RunTimeline
            loaded={loaded}
            gaps={missing}
            span={span}
            zone={zone}
            now={now}
            selectedId={selectedId}
            onSelect={onSelect}
            onZoom={(part) => setRange(absoluteRange(part))}
          />
          <TimelineLegend cron={parseSchedule(canary?.schedule)?.kind === 'cron'} />
        </>
      )}
      {loaded && !whole && !empty && (
        <div className={classes.older} role="status">
          <span className={shared.muted}>
            {runs.loadingOlder ? 'Loading older runs: ' : ''}
            {loaded.runs.length.toLocaleString('en-US')} runs loaded, back to{' '}
            {formatInstant(loaded.from, zone)}; the range starts {formatInstant(span.from, zone)}.
          </span>
          {runs.loadOlder && (
            <Button size="compact-xs" variant="default" onClick={runs.loadOlder}>
              Load older runs
            </Button>
          )}
        </div>
      )}
    </Panel>
  );
}

const attemptsWords = (count: number, whole: boolean) =>
  `${count === 1 ? '1 attempt' : `${count.toLocaleString('en-US')} attempts`}${whole ? '' : ' loaded'}`;
