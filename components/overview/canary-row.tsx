'use client';

import { Skeleton } from '@mantine/core';
import { StateMark } from '@/components/canary/state-mark';
import { LaneRow } from '@/components/lane/lane-row';
import { RangeLink } from '@/components/shell/range-link';
import { useRange } from '@/components/shell/use-range';
import { counted } from '@/lib/answer/words';
import { formatAvailability } from '@/lib/canary/availability';
import type { CanaryWithLastRun } from '@/lib/canary/run';
import type { CanarySummary } from '@/lib/canary/summary';
import { DAY } from '@/lib/time/duration';
import { formatClock, formatInstant } from '@/lib/time/format';
import { CanaryStrip } from './canary-strip';

type CanaryRowProps = { canary: CanaryWithLastRun; summary: CanarySummary | undefined; error: Error | null };

/** A canary on the overview: name, states over the range, how it stands at its end. */
export function CanaryRow({ canary, summary, error }: CanaryRowProps) {
  const { span, zone } = useRange();
  const words = summary && standing(summary, zone, span.to);
  return (
    <LaneRow
      name={
        <RangeLink href={`/canaries/${encodeURIComponent(canary.name)}`} title={canary.name} fz="xs">
          {canary.name}
        </RangeLink>
      }
      note={
        words ? (
          <span title={words.text}>
            <StateMark outcome={words.outcome} words={words.text} />
          </span>
        ) : error ? (
          'not loaded'
        ) : (
          'Loading'
        )
      }
    >
      {summary && words && (
        <CanaryStrip slices={summary.slices} span={span} label={`${canary.name}: ${words.text}`} />
      )}
      {!summary && !error && <Skeleton height={10} mt={4} mb={4} />}
    </LaneRow>
  );
}

function standing({ failing, passed, finished, loaded }: CanarySummary, zone: string, end: number) {
  if (failing) {
    const since =
      end - failing.since < DAY ? formatClock(failing.since, zone) : formatInstant(failing.since, zone);
    const text = `failing since ${failing.orEarlier ? `${since} or earlier` : since}`;
    return { outcome: 'failed' as const, text };
  }
  if (finished === 0) {
    const text = loaded.from >= end ? 'runs of this range not read' : 'no finished runs in this range';
    return { outcome: undefined, text };
  }
  const share = `${formatAvailability(passed / finished)} of ${counted(finished, 'run')}`;
  return { outcome: 'passed' as const, text: `up · ${share}` };
}
