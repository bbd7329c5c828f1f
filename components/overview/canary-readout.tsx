'use client';

import { useCrosshair } from '@/components/lane/crosshair';
import { useRange } from '@/components/range/use-range';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { healthSlices } from '@/lib/canary/health/health-slices';
import classes from './overview.module.css';

type CanaryReadoutProps = {
  rows: readonly { health?: CanaryHealth; isCovered: boolean }[];
};

/** The number of passed and failed canaries at the crosshair. */
export function CanaryReadout({ rows }: CanaryReadoutProps) {
  const { at } = useCrosshair();
  const { now } = useRange();
  if (at === undefined) return null;
  const states = rows.map(
    ({ health, isCovered }) =>
      health &&
      healthSlices(health.heartbeat, isCovered, now).find(({ from, to }) => at >= from && at < to)?.state,
  );
  const count = (...wanted: (string | undefined)[]) =>
    states.filter((state) => wanted.includes(state)).length;
  const failed = count('failed');
  return (
    <span className={classes.readout} aria-live="polite">
      {count('passed', 'retried')} passed, {failed > 0 ? '▲ ' : ''}
      {failed} failed
    </span>
  );
}
