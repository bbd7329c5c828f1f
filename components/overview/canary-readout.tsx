'use client';

import { useCrosshair } from '@/components/lane/crosshair';
import type { CanarySummary } from '@/lib/canary/summary';
import classes from './overview.module.css';

type CanaryReadoutProps = {
  rows: readonly { canary: { name: string }; summary: CanarySummary | undefined }[];
};

/** The number of passed and failed canaries at the crosshair. */
export function CanaryReadout({ rows }: CanaryReadoutProps) {
  const { at } = useCrosshair();
  if (at === undefined) return null;
  const stateOf = (summary: CanarySummary | undefined) =>
    summary?.slices.find(({ from, to }) => at >= from && at < to)?.state;
  const states = rows.map(({ summary }) => stateOf(summary));
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
