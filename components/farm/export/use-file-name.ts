'use client';

import { costsFileName } from '@/lib/farm/export/file-name';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { GroupKey } from '@/lib/farm/session-statistics';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { farmOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';

/** Returns names of files with costs by some keys, without their extensions. `knownName` is the farm's, where a page has it already. */
export function useFileName(
  { query, isWholeFarm, filters }: AskedCosts,
  { isCut }: Pick<Costs, 'isCut'>,
  keys: readonly GroupKey[],
  knownName?: string,
): (what: string) => string {
  const { data: farm } = useQuery(farmOptions(query.farmId));
  const farmName = knownName ?? farm?.data.displayName;
  return (what) => costsFileName({ what, query, keys, isWholeFarm, filters, isCut, farmName });
}
