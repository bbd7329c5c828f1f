import { type Comparison, earlierSpan } from '@/lib/time/earlier-span';
import { periodFor } from '../plan/periods';
import type { CostQuery } from '../plan/plan-aggregations';
import { sharedSpan } from '../plan/shared-span';

/**
 * The query of the costs that those of another query are compared with; undefined if there is no earlier period. Only sums of the
 * whole period are compared, so it asks for months, of which there are fewest; a short range keeps its exact minutes with hours.
 */
export function earlierQuery(
  query: CostQuery,
  coveredTo: number,
  comparison: Comparison,
): CostQuery | undefined {
  const span = earlierSpan(comparison, query, coveredTo, query.zone);
  if (!span) return undefined;
  const period = periodFor(span) === 'HOURLY' ? 'HOURLY' : 'MONTHLY';
  return { ...query, ...sharedSpan(span, period), period };
}
