import type { Filter } from '@/lib/farm/filters/filter';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import type { Costs } from '@/lib/farm/stream/collect-costs';

/** A request of a panel, with the filters that apply to its answer. */
export type Asking = { query: CostQuery; filters?: readonly Filter[] };

/** The newest whole answer of a panel, and what it answers. */
export type LastAnswer<Asked extends Asking = Asking> = { asked: Asked; costs: Costs };

/** An answer that a panel can show, and whether it is to an earlier request. */
export type ShownAnswer<Asked extends Asking = Asking> = {
  shown: LastAnswer<Asked> | undefined;
  isOutdated: boolean;
};

/**
 * What a panel shows of its last answer for the current request: an answer of another time stays until the next one is whole, but one
 * of other queues, fleets or filters would be mistaken for theirs.
 */
export function shownAnswer<Asked extends Asking>(
  asked: Asked | undefined,
  last: LastAnswer<Asked> | undefined,
): ShownAnswer<Asked> {
  const shown = asked && last && subjectOf(asked) === subjectOf(last.asked) ? last : undefined;
  return { shown, isOutdated: shown !== undefined && shown.asked !== asked };
}

/** What costs are of, whatever their time and grouping. */
const subjectOf = ({ query: { farmId, resources }, filters = [] }: Asking): string =>
  JSON.stringify([farmId, resources, filters]);
