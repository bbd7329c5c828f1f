'use client';

import { Paper } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useRange } from '@/components/range/use-range';
import { scheduledRuns } from '@/lib/canary/attempts';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { CanaryRun } from '@/lib/canary/run';
import { formatInstant } from '@/lib/time/format';
import { RunArtifacts } from '../artifacts/run-artifacts';
import shared from '../canary.module.css';
import { CodeAndCostLink } from '../code-and-cost-link';
import { runTimeline } from '../timeline/go-to-timeline';
import { RunAttempts } from './run-attempts';
import { RunComparison } from './run-comparison';
import classes from './run-details.module.css';
import { RunFieldList } from './run-field-list';
import { RunHeader } from './run-header';
import { RunReason } from './run-reason';
import { RunSection } from './run-section';
import { failedStep, runStep } from './run-step';

type RunDetailsProps = {
  run: CanaryRun;
  loaded: LoadedRuns;
  /** The runs of the filter, oldest first, for the arrow keys. */
  runs: readonly CanaryRun[];
  /** A step to another run, without an entry in the history. */
  onSelect: (run: CanaryRun) => void;
  /** Opens another run, from which Back returns to this one. */
  onOpen: (run: CanaryRun) => void;
  onClose: () => void;
  /** Whether the viewer opened it, not the link: it takes the focus and returns it on close. */
  takeFocus: boolean;
  /** Name of the open artifact. */
  file: string | null;
  onFile: (file: string | null) => void;
};

/** All details of one run. Arrow keys go to the next and previous run of the filter, N to those that failed, Escape closes. */
export function RunDetails({
  run,
  loaded,
  runs,
  onSelect,
  onOpen,
  onClose,
  takeFocus,
  file,
  onFile,
}: RunDetailsProps) {
  const { zone, now } = useRange();
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element>(null);
  useEffect(() => {
    if (!takeFocus || panel.current?.contains(document.activeElement)) return;
    opener.current = document.activeElement;
    panel.current?.focus({ preventScroll: true });
  }, [takeFocus]);
  useEffect(() => () => returnFocus(opener.current), []);
  const scheduled = useMemo(
    () => scheduledRuns(loaded.runs).find(({ attempts }) => attempts.some(({ id }) => id === run.id)),
    [loaded.runs, run.id],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onClose();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isToFailed = event.key.toLowerCase() === 'n';
    const to = isToFailed
      ? failedStep(runs, run, event.shiftKey ? 'previous' : 'next')
      : runStep(runs, run, event.key);
    if (!to) return;
    event.preventDefault();
    onSelect(to);
  };
  const started = formatInstant(run.started, zone, 'second');
  return (
    <Paper
      ref={panel}
      component="aside"
      withBorder
      tabIndex={-1}
      aria-label={`Run of ${started}`}
      className={classes.details}
      onKeyDown={onKeyDown}
    >
      <RunHeader run={run} runs={runs} started={started} onSelect={onSelect} onClose={onClose} />
      <RunReason run={run} />
      {scheduled && <RunAttempts scheduled={scheduled} run={run} onSelect={onSelect} />}
      {scheduled?.outcome === 'failed' && run.dryRunId === undefined && (
        <RunSection
          title="At the same time"
          aside={
            <CodeAndCostLink
              canary={run.name}
              from={scheduled.started}
              to={scheduled.attempts.at(-1)?.completed}
            />
          }
        >
          <span className={shared.muted}>What the code did, and what the farm cost.</span>
        </RunSection>
      )}
      {run.state !== 'RUNNING' && <RunComparison run={run} loaded={loaded} onOpen={onOpen} />}
      <RunArtifacts run={run} file={file} onFile={onFile} />
      <RunFieldList run={run} zone={zone} now={now} />
    </Paper>
  );
}

/** Gives the focus of a closed panel to what opened it or, if that is gone, to the timeline. */
function returnFocus(opener: Element | null): void {
  if (document.activeElement !== document.body) return;
  const isThere = opener instanceof HTMLElement && opener !== document.body && opener.isConnected;
  (isThere ? opener : runTimeline())?.focus({ preventScroll: true });
}
