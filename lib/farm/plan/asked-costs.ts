import type { Answer } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import type { Span } from '@/lib/time/range';
import type { Filter } from '../filters/filter';
import { neededKeys } from '../filters/needed-keys';
import type { AggregationPeriod, GroupKey, Queue, Statistic } from '../session-statistics';
import type { Users } from '../users';
import { boundedPeriod, periodFor } from './periods';
import { type CostQuery, MAX_RESOURCES, maxResources } from './plan-aggregations';
import { sharedSpan } from './shared-span';

/** Maximum number of queues or fleets to choose, so that they fit into a URL. */
export const MAX_CHOSEN = 50;

/** The viewer's choices, as in the URL. Empty lists mean no choice. */
export type CostChoice = {
  /** 1–2 keys. */
  groupBy: readonly GroupKey[];
  /** Undefined: chosen by the length of the range. */
  period?: AggregationPeriod;
  queueIds?: readonly string[];
  /** Ignored when there are queueIds. */
  fleetIds?: readonly string[];
  /** The values to keep. Together with `groupBy` they have at most two keys. */
  filters?: readonly Filter[];
};

/** Costs as a page asks for them. */
export type AskedCosts = {
  /** Its keys include those of the filters, because AWS's rows have no others. */
  query: CostQuery;
  groupBy: readonly GroupKey[];
  /** The values to keep of the rows that AWS sends. */
  filters: readonly Filter[];
  /** Who is in which team; undefined: nobody is in one. */
  users?: Users;
  /** Whether these are the costs of all queues of the farm, so that their sum is its total unless filtered. */
  isWholeFarm: boolean;
  /** How the query differs from the choice, in sentences. */
  notes: string[];
};

/** The farm, its queues, and the users of the configuration. */
type Asking = { farmId: string; queues: Answer<readonly Queue[]> | undefined; users?: Users };

/**
 * The query for a viewer's choices. Without a choice of queues or fleets it is for all known queues of the farm. Undefined if there
 * is nothing to ask for.
 */
export function askedCosts(
  { farmId, queues, users }: Asking,
  span: Span,
  zone: string,
  choice: CostChoice,
  statistics: readonly Statistic[],
): AskedCosts | undefined {
  const byFleet = !choice.queueIds?.length && (choice.fleetIds?.length ?? 0) > 0;
  const kind = byFleet ? 'fleet' : 'queue';
  const chosen = byFleet ? choice.fleetIds : choice.queueIds;
  const all = queues?.data.map(({ queueId }) => queueId);
  const ids = chosen?.length ? [...new Set(chosen)] : (all ?? []);
  if (ids.length === 0) return undefined;
  const { groupBy, filters = [] } = choice;
  const { period, notes } = boundedPeriod(span, choice.period ?? periodFor(span));
  const range = sharedSpan(span, period);
  const asked = ids.slice(0, maxResources(range, zone));
  if (asked.length < ids.length) {
    const why =
      asked.length < MAX_RESOURCES ? ', because each change of the clocks takes further aggregations' : '';
    notes.push(
      `These are the first ${counted(asked.length, kind)} of ${formatNumber(ids.length)}${why}. Choose ${kind}s to see others.`,
    );
  }
  return {
    query: {
      ...{ farmId, ...range, zone, period, keys: neededKeys(groupBy, filters) },
      ...{ statistics: [...statistics], resources: { kind, ids: asked } },
    },
    groupBy,
    filters,
    ...(users && { users }),
    isWholeFarm: kind === 'queue' && queues?.partial === false && isSameSet(asked, all ?? []),
    notes,
  };
}

/** Whether two lists without duplicates have the same ids. */
const isSameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && b.every((id) => a.includes(id));
