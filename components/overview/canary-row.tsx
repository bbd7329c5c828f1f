'use client';

import { Skeleton } from '@mantine/core';
import { type PointerEvent, useMemo } from 'react';
import { HealthMark } from '@/components/canary/list/health-mark';
import { LaneRow } from '@/components/lane/lane-row';
import { instantAt } from '@/components/range/plot/plot-axis';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import type { Problem } from '@/lib/answer/problem';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { availabilityText, shortAvailabilityText } from '@/lib/canary/health/headline';
import { healthSlices, type SliceState, sliceAt } from '@/lib/canary/health/health-slices';
import { HEALTH_LABELS, statusDetail } from '@/lib/canary/health/status-text';
import classes from './canary-row.module.css';
import { CanaryStrip } from './canary-strip';
import { useGoToFailures } from './use-go-to-failures';

type CanaryRowProps = {
  name: string;
  health?: CanaryHealth;
  isCovered: boolean;
  problem?: Problem;
  /** Whether the request for all rows failed. */
  hasFailed: boolean;
};

const SLICE_WORDS: Record<SliceState | 'none', string> = {
  passed: 'passed',
  failed: '▲ failed',
  retried: 'passed after retries',
  running: 'running',
  missing: 'due, but no run',
  unread: 'not read',
  none: 'nothing due',
};

/** A canary on the overview: name, states over the range, status at its end. */
export function CanaryRow({ name, health, isCovered, problem, hasFailed }: CanaryRowProps) {
  const { span, zone, now } = useRange();
  const state = health?.atEnd.state;
  const end = Math.min(span.to, now);
  const label =
    health && [HEALTH_LABELS[health.atEnd.state], statusDetail(health.atEnd, zone, end)].join(' ').trim();
  const text = label && [label, availabilityText({ health, isCovered })].filter(Boolean).join(' · ');
  const slices = useMemo(
    () => health && healthSlices(health.heartbeat, isCovered, now),
    [health, isCovered, now],
  );
  const goToFailures = useGoToFailures(name);
  const onClick = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const slice =
      slices && sliceAt(slices, instantAt({ span }, currentTarget.getBoundingClientRect(), clientX));
    if (slice?.state !== 'failed') return false;
    goToFailures(slice);
    return true;
  };
  return (
    <LaneRow
      onClick={onClick}
      valueAt={slices && ((at) => SLICE_WORDS[sliceAt(slices, at)?.state ?? 'none'])}
      name={
        <RangeLink href={`/canaries/${encodeURIComponent(name)}`} title={name} fz="xs">
          {name}
        </RangeLink>
      }
      note={
        health && state && text && label ? (
          <span className={classes.note} title={text}>
            <span className={classes.status}>
              <HealthMark state={state} label={state === 'passing' ? HEALTH_LABELS.passing : label} />
            </span>
            <span>{shortAvailabilityText(health)}</span>
          </span>
        ) : problem || hasFailed ? (
          'not loaded'
        ) : (
          'Loading …'
        )
      }
    >
      {slices && text && <CanaryStrip slices={slices} span={span} label={`${name}: ${text}`} />}
      {!health && !problem && !hasFailed && <Skeleton height={10} mt={4} mb={4} />}
    </LaneRow>
  );
}
