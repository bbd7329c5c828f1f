'use client';

import { useMemo } from 'react';
import { PlotText } from '@/components/range/plot/plot-text';
import { useRange } from '@/components/range/use-range';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { healthSlices, sliceAt } from '@/lib/canary/health/health-slices';
import classes from './overview.module.css';

type CanaryReadoutProps = {
  rows: readonly { health?: CanaryHealth; isCovered: boolean }[];
};

/** The number of passed and failed canaries at the crosshair. */
export function CanaryReadout({ rows }: CanaryReadoutProps) {
  const { now } = useRange();
  const strips = useMemo(
    () =>
      rows.flatMap(({ health, isCovered }) =>
        health ? [healthSlices(health.heartbeat, isCovered, now)] : [],
      ),
    [rows, now],
  );
  const textAt = (at: number) => {
    const states = strips.map((slices) => sliceAt(slices, at)?.state);
    const passed = states.filter((state) => state === 'passed' || state === 'retried').length;
    const failed = states.filter((state) => state === 'failed').length;
    return `${passed} passed, ${failed > 0 ? '▲ ' : ''}${failed} failed`;
  };
  return <PlotText className={classes.readout} textAt={textAt} />;
}
