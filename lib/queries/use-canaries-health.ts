'use client';

import { useMemo, useState } from 'react';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import type { HealthByName, HealthRequest } from './canaries-health';
import { canariesHealthOptions } from './canaries-health';
import { healthOfRange, type KeptHealth, keepHealth } from './kept-health';
import { useQuery } from './use-query';

export type CanariesHealth = {
  /** By name. */
  byName: HealthByName;
  /** Of canaries that were read only for another range, their health in that. */
  ofOtherRange: Readonly<Record<string, CanaryHealth>>;
  isFetching: boolean;
  /** Why nothing could be read. Each canary has a problem of its own, too. */
  error: Error | null;
  retry: () => void;
};

/** The health of canaries over a range. Asks for all of them at once. */
export function useCanariesHealth(request: HealthRequest): CanariesHealth {
  const { data, error, isFetching, refetch } = useQuery(
    canariesHealthOptions({ ...request, names: request.names.toSorted() }),
  );
  const { span, bins } = request;
  const [kept, setKept] = useState<KeptHealth>({});
  const [last, setLast] = useState<HealthByName>();
  if (data !== undefined && data !== last) {
    setLast(data);
    setKept(keepHealth(kept, data, span));
  }
  const known = useMemo(() => healthOfRange(kept, { span, bins }), [kept, span, bins]);
  return { ...known, isFetching, error, retry: () => void refetch() };
}
