'use client';

import { useState } from 'react';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { type SideCosts, useSideCosts } from './use-side-costs';

type Asking = { query: CostQuery };

/** Costs of a panel, which stay on screen until newer ones are whole. */
export type LastSideCosts<Asked extends Asking = Asking> = Omit<SideCosts, 'costs'> & {
  /** The newest whole answer, and what it answers: something earlier until the current request has its own. */
  shown: { asked: Asked; costs: Costs } | undefined;
};

/** Asks as `useSideCosts` does, and keeps the last answer. `asked` must be the same object while it doesn't change. */
export function useLastSideCosts<Asked extends Asking>(
  asked: Asked | undefined,
  isWanted: boolean,
): LastSideCosts<Asked> {
  const { costs, ...side } = useSideCosts(asked?.query, isWanted);
  const [last, setLast] = useState<LastSideCosts<Asked>['shown']>();
  if (asked && costs && (last?.costs !== costs || last.asked !== asked)) setLast({ asked, costs });
  return { ...side, shown: asked && last };
}
