'use client';

import { Button } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { useRange } from '@/components/range/use-range';
import { type NoRuns as NoRunsFacts, noRunsText } from '@/lib/canary/no-runs-text';
import type { CanaryRun } from '@/lib/canary/run';
import { MINUTE } from '@/lib/time/duration';
import { absoluteRange } from '@/lib/time/range';
import { DryRunStarted } from './dry-runs/dry-run-started';

type NoRunsProps = Omit<NoRunsFacts, 'newest' | 'isOneDryRun'> & {
  /** The newest run that is loaded. */
  newest: CanaryRun | undefined;
  /** Shows all dry runs; only if those of one id were requested. */
  onAllDryRuns: (() => void) | undefined;
  /** The dry run that was started here and has not finished. */
  startedId: string | undefined;
  height: number;
};

/** Why the range has no runs, and a way to the newest ones. */
export function NoRuns({ newest, onAllDryRuns, startedId, height, ...none }: NoRunsProps) {
  const { span, zone, setRange } = useRange();
  const why = noRunsText({ ...none, newest: newest?.started, isOneDryRun: onAllDryRuns !== undefined }, zone);
  const to = newest && (newest.completed ?? newest.started) + MINUTE;
  if (startedId) return <EmptyNotice height={height} why={<DryRunStarted id={startedId} />} />;
  return (
    <EmptyNotice height={height} why={why}>
      {to !== undefined && (
        <Button
          size="xs"
          variant="default"
          onClick={() => setRange(absoluteRange({ from: to - (span.to - span.from), to }))}
        >
          Go to the newest data
        </Button>
      )}
      {to === undefined && onAllDryRuns && (
        <Button size="xs" variant="default" onClick={onAllDryRuns}>
          Show all dry runs
        </Button>
      )}
    </EmptyNotice>
  );
}
