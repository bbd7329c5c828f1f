'use client';

import { Button } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { useRange } from '@/components/shell/use-range';
import type { CanaryRun, RunType } from '@/lib/canary/run';
import { MINUTE } from '@/lib/time/duration';
import { formatInstant } from '@/lib/time/format';
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
  const runs = runType === 'DRY_RUN' ? 'dry runs' : 'runs';
  if (!newest && dryRun)
    return (
      <EmptyNotice height={height} why="There is no dry run with this id.">
        <Button size="xs" variant="default" onClick={dryRun.onAll}>
          Show all dry runs
        </Button>
      </EmptyNotice>
    );
  if (!newest)
    return (
      <EmptyNotice height={height} why={`AWS has no ${runs} of this canary, in this range or any other.`} />
    );
  const though = expected > 0 ? `, though the schedule asked for ${expected.toLocaleString('en-US')}` : '';
  const to = (newest.completed ?? newest.started) + MINUTE;
  return (
    <EmptyNotice
      height={height}
      why={
        gone
          ? `${gone}: none are left of this range.`
          : `No ${runs} in this range${though}. The last one was on ${formatInstant(newest.started, zone)}.`
      }
    >
      <Button
        size="xs"
        variant="default"
        onClick={() => setRange(absoluteRange({ from: to - (span.to - span.from), to }))}
      >
        Go to the newest data
      </Button>
    </EmptyNotice>
  );
}
