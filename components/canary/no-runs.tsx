'use client';

import { Button } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { useRange } from '@/components/range/use-range';
import { noRunsText } from '@/lib/canary/no-runs-text';
import type { CanaryRun, RunType } from '@/lib/canary/run';
import { MINUTE } from '@/lib/time/duration';
import { absoluteRange } from '@/lib/time/range';

type NoRunsProps = {
  newest: CanaryRun | undefined;
  runType: RunType;
  /** Runs that the schedule asked for in the range. */
  expected: number;
  /** How long AWS keeps runs, where all of the range is older. */
  gone: string | undefined;
  dryRun: { onAll: () => void } | undefined;
  height: number;
};

/** Why the range shows no runs, and the way to the newest there are. */
export function NoRuns({ newest, runType, expected, gone, dryRun, height }: NoRunsProps) {
  const { span, zone, setRange } = useRange();
  const why = noRunsText(
    { runType, newest: newest?.started, expected, gone, ofOneId: dryRun !== undefined },
    zone,
  );
  const to = newest && (newest.completed ?? newest.started) + MINUTE;
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
      {to === undefined && dryRun && (
        <Button size="xs" variant="default" onClick={dryRun.onAll}>
          Show all dry runs
        </Button>
      )}
    </EmptyNotice>
  );
}
