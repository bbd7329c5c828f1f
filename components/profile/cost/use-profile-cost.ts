'use client';

import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import { namesOfFarms } from '@/lib/farm/names';
import { withoutRunning } from '@/lib/profile/range/ended-span';
import { farmsOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import type { Span } from '@/lib/time/range';
import type { CostSettings } from '../settings/cost-params';
import { type CostState, farmState, priceState } from './cost-state';
import { useFarmCost } from './use-farm-cost';

/** What a profile cost in the time that it covers, as the settings choose; undefined without a choice. A farm comes before a price. */
export function useProfileCost(settings: CostSettings, time: Span | undefined): CostState | undefined {
  const { zone } = useRange();
  const { price, instances, instanceType, cost: farmId } = settings;
  const farms = useQuery({ ...farmsOptions(), enabled: farmId !== null });
  // The costs of the five minutes that still run would be requested again with each refresh.
  const ended = time && withoutRunning(time);
  const farm = useFarmCost(farmId, ended);
  if (farmId !== null) {
    const name = (farms.data && namesOfFarms(farms.data.data).get(farmId)) ?? 'the farm';
    return farmState(farm, name, zone, ended);
  }
  return price === null ? undefined : priceState({ price, instances, instanceType }, time);
}

/** The same cost as long as its figures are the same, so that what shows it isn't rendered again. */
export function useKnownCost(state: CostState | undefined) {
  const { usd, ms } = state?.state === 'known' ? state.cost : {};
  return useMemo(() => (usd === undefined || ms === undefined ? undefined : { usd, ms }), [usd, ms]);
}
