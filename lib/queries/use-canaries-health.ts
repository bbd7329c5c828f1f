'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import type { HealthByName } from '@/lib/canary/stream/health-so-far';
import { CANARIES_HEALTH, canariesHealthOptions } from './canaries-health';
import { type HealthRange, healthOfRange, type KeptHealth, keepHealth, outdatedHealth } from './kept-health';
import { useQuery } from './use-query';

export type CanariesHealth = {
  /** By name. That of an earlier present stays until a canary is read again. */
  byName: HealthByName;
  /** Of canaries that were read only for another range, their health in that. */
  ofOtherRange: Readonly<Record<string, CanaryHealth>>;
  /** Names of those that are read for the range at the page's present. */
  current: ReadonlySet<string>;
  isFetching: boolean;
  /** Why nothing could be read. Each canary has a problem of its own, too. */
  error: Error | null;
  /** Reads the canaries again. Those that were read before, and are not read now, are no longer `current`. */
  retry: () => void;
};

/** The health of canaries over a range. Asks for all of them at once. */
export function useCanariesHealth(names: readonly string[], range: HealthRange): CanariesHealth {
  const { span, now, bins, choice } = range;
  const client = useQueryClient();
  const { data, error, isFetching, refetch } = useQuery(
    canariesHealthOptions({ names: names.toSorted(), span, now, bins }),
  );
  const [kept, setKept] = useState<KeptHealth>({});
  const [last, setLast] = useState<HealthByName>();
  if (data !== undefined && data !== last) {
    setLast(data);
    setKept(keepHealth(kept, data, range));
  }
  const known = useMemo(
    () => healthOfRange(kept, { span, now, bins, choice }),
    [kept, span, now, bins, choice],
  );
  const retry = () => {
    client.removeQueries({ queryKey: CANARIES_HEALTH, type: 'inactive' });
    setKept(outdatedHealth);
    // This would send a query that is not enabled, too.
    if (names.length > 0) void refetch();
  };
  return { ...known, isFetching, error, retry };
}
