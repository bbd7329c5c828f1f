'use client';

import { useState } from 'react';
import { type HealthRequest, isRead } from './canaries-health';
import { type Batch, nextBatch } from './next-batch';
import { type CanariesHealth, useCanariesHealth } from './use-canaries-health';

export type HealthInBatches = CanariesHealth & {
  /** Changes when a batch was read, so that what is sorted by figures is sorted again then, and not with each canary. */
  turn: number;
};

/**
 * The health of any number of canaries over a range, 50 at a time in the given order. While it is paused, the present batch is read
 * to its end.
 */
export function useHealthInBatches(request: HealthRequest, isPaused: boolean): HealthInBatches {
  const [batch, setBatch] = useState<Batch>({ names: [], turn: 0 });
  const health = useCanariesHealth({ ...request, names: batch.names });
  const isOpen = (name: string) => !isRead(health.byName[name]);
  const next = nextBatch(batch, request.names, { isOpen, isPaused });
  if (next !== batch) setBatch(next);
  return { ...health, turn: batch.turn };
}
