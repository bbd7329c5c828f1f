'use client';

import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { announcedText, progressText } from '@/lib/farm/stream/progress-text';
import { costProgressOptions } from '@/lib/queries/costs';
import { useQuery } from '@/lib/queries/use-query';

type CostStepProps = {
  query: CostQuery;
  /** Whether it is read aloud, so that it must not change too often. */
  announced?: boolean;
};

/** The current step of costs that are on their way. A component of its own, because the step changes often. */
export function CostStep({ query, announced = false }: CostStepProps) {
  const { data } = useQuery(costProgressOptions(query));
  return (announced ? announcedText : progressText)(data ?? undefined, query.resources);
}
