'use client';

import { Skeleton } from '@mantine/core';
import { StateMark } from '@/components/canary/state-mark';
import { LaneRow } from '@/components/lane/lane-row';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import type { CanaryWithLastRun } from '@/lib/canary/run';
import type { CanarySummary } from '@/lib/canary/summary';
import { statusOf } from '@/lib/canary/summary-text';
import { CanaryStrip } from './canary-strip';

type CanaryRowProps = { canary: CanaryWithLastRun; summary: CanarySummary | undefined; error: Error | null };

/** A canary on the overview: name, states over the range, status at its end. */
export function CanaryRow({ canary, summary, error }: CanaryRowProps) {
  const { span, zone } = useRange();
  const status = summary && statusOf(summary, zone, span.to);
  return (
    <LaneRow
      name={
        <RangeLink href={`/canaries/${encodeURIComponent(canary.name)}`} title={canary.name} fz="xs">
          {canary.name}
        </RangeLink>
      }
      note={
        status ? (
          <span title={status.text}>
            <StateMark outcome={status.outcome} label={status.text} />
          </span>
        ) : error ? (
          'not loaded'
        ) : (
          'Loading …'
        )
      }
    >
      {summary && status && (
        <CanaryStrip slices={summary.slices} span={span} label={`${canary.name}: ${status.text}`} />
      )}
      {!summary && !error && <Skeleton height={10} mt={4} mb={4} />}
    </LaneRow>
  );
}
