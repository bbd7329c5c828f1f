'use client';

import { useState } from 'react';
import type { HealthByName, HealthRequest } from './canaries-health';
import { canariesHealthOptions } from './canaries-health';
import { useQuery } from './use-query';

export type CanariesHealth = {
  /** By name; of a canary that is being read for another range, what was known before. */
  byName: HealthByName;
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
  const [byName, setByName] = useState<HealthByName>({});
  const [last, setLast] = useState<HealthByName>();
  if (data !== undefined && data !== last) {
    setLast(data);
    setByName({ ...byName, ...data });
  }
  return { byName, isFetching, error, retry: () => void refetch() };
}
