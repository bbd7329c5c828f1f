'use client';

import { Skeleton } from '@mantine/core';
import { Figure } from '@/components/panel/figure';
import { useZone } from '@/components/range/use-range';
import { scheduledRuns } from '@/lib/canary/attempts';
import { failingSince } from '@/lib/canary/failing-since';
import { canaryStateLabel } from '@/lib/canary/labels';
import type { Canary, CanaryRun } from '@/lib/canary/run';
import { formatInstant } from '@/lib/time/format';
import { StateMark } from './state-mark';

type CanaryStateFigureProps = {
  canary: Canary | undefined;
  /** Newest first; undefined while loading or for dry runs. */
  runs: readonly CanaryRun[] | undefined;
};

/** The canary's current state, whatever the range: passing, failing since an instant, or not running. */
export function CanaryStateFigure({ canary, runs = [] }: CanaryStateFigureProps) {
  const zone = useZone();
  if (!canary) return <Figure words label="Now" value={<Skeleton height={20} width={80} my={4} />} note="" />;
  if (canary.state !== 'RUNNING')
    return (
      <Figure
        words
        label="Now"
        value={<StateMark outcome={undefined} label={canaryStateLabel(canary.state)} />}
        note={
          canary.lastStopped ? `since ${formatInstant(canary.lastStopped, zone)}` : (canary.stateReason ?? '')
        }
      />
    );
  const failing = failingSince(runs);
  if (failing)
    return (
      <Figure
        words
        label="Now"
        value={<StateMark outcome="failed" label="Failing" />}
        note={`since ${formatInstant(failing.since, zone)}${failing.orEarlier ? ' or earlier' : ''}`}
      />
    );
  const newest = scheduledRuns(runs).find(({ outcome }) => outcome !== 'running');
  return (
    <Figure
      words
      label="Now"
      value={newest ? <StateMark outcome="passed" label="Passing" /> : 'Active'}
      note={newest ? `last run ${formatInstant(newest.started, zone)}` : ''}
    />
  );
}
