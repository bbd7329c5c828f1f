'use client';

import { useState } from 'react';
import { MAX_CANARIES_AT_ONCE } from '@/lib/canary/health/health-bounds';
import { type HealthRequest, isRead } from './canaries-health';
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
  const [{ names, turn }, setBatch] = useState<{ names: readonly string[]; turn: number }>({
    ...{ names: [], turn: 0 },
  });
  const health = useCanariesHealth({ ...request, names });
  const isOpen = (name: string) => !isRead(health.byName[name]);
  const isWanted = request.names.length > 0;
  if (!isWanted && names.length > 0) setBatch({ names: [], turn });
  else if (isWanted && !names.some(isOpen)) {
    const next = isPaused ? [] : request.names.filter(isOpen).slice(0, MAX_CANARIES_AT_ONCE);
    if (names.length > 0 || next.length > 0) setBatch({ names: next, turn: turn + 1 });
  }
  return { ...health, turn };
}
