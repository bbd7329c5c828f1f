'use client';

import { useRange } from '@/components/range/use-range';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { askedCosts } from '@/lib/farm/plan/asked-costs';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { type Queue, STATISTICS } from '@/lib/farm/session-statistics';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { costsOptions } from '@/lib/queries/costs';
import { queuesOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import type { Span } from '@/lib/time/range';

/** The cost of a farm in a time, or why it isn't known. */
export type FarmCost =
  | { state: 'failed'; error: Error; retry(): void }
  | { state: 'loading'; text: string }
  | { state: 'without queues' }
  | { state: 'known'; asked: AskedCosts; costs: Costs; queues: readonly Queue[] };

/** Nothing is requested for it. */
const NO_QUERY: CostQuery = {
  ...{ farmId: '', from: 0, to: 0, zone: 'UTC', period: 'HOURLY', keys: [], statistics: [] },
  resources: { kind: 'queue', ids: [] },
};

/** Reads what a farm cost in a time. Nothing is requested without a farm or a time. */
export function useFarmCost(farmId: string | null, span: Span | undefined): FarmCost {
  const { zone } = useRange();
  const queues = useQuery({ ...queuesOptions(farmId ?? ''), enabled: farmId !== null });
  // The overview and the farm's page ask the same, so that all of them share one aggregation.
  const asked =
    farmId !== null && span
      ? askedCosts({ farmId, queues: queues.data }, span, zone, { groupBy: ['QUEUE_ID'] }, STATISTICS)
      : undefined;
  const costs = useQuery({ ...costsOptions(asked?.query ?? NO_QUERY), enabled: asked !== undefined });
  const error = queues.error ?? costs.error;
  if (error) {
    return {
      state: 'failed',
      error,
      retry: () => void (queues.error ? queues.refetch() : costs.refetch()),
    };
  }
  if (!queues.data) return { state: 'loading', text: 'reading queues …' };
  if (!span) return { state: 'loading', text: 'waiting for the profile …' };
  if (!asked) return { state: 'without queues' };
  if (!costs.data) return { state: 'loading', text: 'AWS is adding up its costs …' };
  return { state: 'known', asked, costs: costs.data, queues: queues.data.data };
}
