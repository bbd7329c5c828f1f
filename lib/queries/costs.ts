import { type Query, queryOptions } from '@tanstack/react-query';
import { CallLimit } from '@/lib/answer/call-limit';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import type { CostProgress } from '@/lib/farm/stream/cost-event';
import type { SentCosts } from '@/lib/farm/stream/sent-costs';
import { MINUTE } from '@/lib/time/duration';
import { askCosts, costsRequest } from './ask-costs';
import { asked } from './asked';

/** Shorter than the server's reuse of an aggregation, so that a newer one replaces it. */
const STALE_MS = 50 * MINUTE;
/** Rows are large, so answers that no panel shows are soon dropped: the server still has them. */
const KEPT_MS = 5 * MINUTE;

const keyOf = (query: CostQuery) => ['costs', query];

/** Costs with all their rows. Invalidating them asks for newer figures; refetching them doesn't. */
export const costsOptions = (query: CostQuery, ask = askCosts) =>
  queryOptions({
    queryKey: keyOf(query),
    queryFn: async ({ client, queryKey, signal }) => {
      // A failure invalidates the query too, but then there are no figures to be newer than.
      const state = client.getQueryState(queryKey);
      const fresh = state?.data !== undefined && state.isInvalidated;
      const { queryKey: progressKey } = costProgressOptions(query);
      client.setQueryData(progressKey, null);
      return ask(query, {
        fresh,
        signal,
        onProgress: (progress) => client.setQueryData(progressKey, progress),
      });
    },
    staleTime: STALE_MS,
    gcTime: KEPT_MS,
    structuralSharing: false,
    meta: asked(costsRequest(query, false)),
  });

/** The same on the server, for costs that are sent with a page. */
export const sentCostsOptions = (query: CostQuery, read: (query: CostQuery) => Promise<SentCosts>) =>
  queryOptions({ queryKey: keyOf(query), queryFn: () => read(query) });

const inTurn = new CallLimit(1);

/** The same for one of many queries, which wait for one another: AWS runs one aggregation of a farm at a time. */
export const oneAtATime = (query: CostQuery) =>
  costsOptions(query, (asked, options) => inTurn.run(() => askCosts(asked, options), options.signal));

/** The meta of queries of costs that wait for those of the page. */
export const SIDE_COSTS = { isSide: true };

/** Whether a query is for costs that the page is about, not for those of a panel besides them. */
export const isMainCosts = ({ queryKey, meta }: Pick<Query, 'queryKey' | 'meta'>): boolean =>
  queryKey[0] === 'costs' && meta?.isSide !== true;

/** How far the costs of a query are; null before the first step. It is written by `costsOptions`, never fetched. */
export const costProgressOptions = (query: CostQuery) =>
  queryOptions({
    queryKey: ['progress of costs', query],
    queryFn: (): CostProgress | null => null,
    initialData: null,
    enabled: false,
    gcTime: KEPT_MS,
  });
