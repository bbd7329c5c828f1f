'use client';

import { costsFileName } from '@/lib/farm/export/file-name';
import { farmOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import type { ShownCosts } from '../costs/costs-on-screen';

/** Returns names of files with the costs on screen, without their extensions. */
export function useFileName({ asked, costs, table }: ShownCosts): (what: string) => string {
  const { query, isWholeFarm, filters } = asked;
  const { data: farm } = useQuery(farmOptions(query.farmId));
  return (what) =>
    costsFileName({
      ...{ what, isWholeFarm, filters, isCut: costs.isCut, farmName: farm?.data.displayName },
      query: { ...query, keys: table.keys },
    });
}
