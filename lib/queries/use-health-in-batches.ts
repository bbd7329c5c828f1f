'use client';

import { useState } from 'react';
import type { HealthRange } from './kept-health';
import { type Batch, nextBatch } from './next-batch';
import { type CanariesHealth, useCanariesHealth } from './use-canaries-health';

export type HealthInBatches = CanariesHealth & {
  /** Changes when a batch was read, so that what is sorted by figures is sorted again then, and not with each canary. */
  turn: number;
};

/**
 * The health of any number of canaries over a range, 50 at a time in the given order, and all of them again at each new present. While
 * it is paused, the present batch is read to its end.
 */
export function useHealthInBatches(
  names: readonly string[],
  range: HealthRange,
  isPaused: boolean,
): HealthInBatches {
  const [batch, setBatch] = useState<Batch>({ names: [], turn: 0 });
  const health = useCanariesHealth(batch.names, range);
  const isOpen = (name: string) => !health.current.has(name);
  const next = nextBatch(batch, names, { isOpen, isPaused });
  if (next !== batch) setBatch(next);
  return { ...health, turn: batch.turn };
}
