import { filteredCosts } from '@/lib/farm/filters/filtered-costs';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { CostTable } from '@/lib/farm/rows/cost-table';
import type { Costs } from '@/lib/farm/stream/collect-costs';

/** Costs on screen and what they answer. */
export type ShownCosts = {
  asked: AskedCosts;
  /** As AWS sent them. */
  answer: Costs;
  /** The same without the rows that the viewer's filters leave out. */
  costs: Costs;
  table: CostTable;
};

/** Prepares an answer for the screen: filters its rows and groups them as the viewer wants. */
export function shownCosts(asked: AskedCosts, answer: Costs): ShownCosts {
  const { from, to, period } = asked.query;
  const { groupBy } = asked;
  const costs = filteredCosts(asked, answer);
  return {
    asked,
    answer,
    costs,
    table: { keys: groupBy, period, span: { from, to }, rows: costs.chosen },
  };
}

/** Whether the viewer's filters leave out all the rows there are. */
export const isFilteredOut = ({ answer, costs }: Pick<ShownCosts, 'answer' | 'costs'>): boolean =>
  costs.rows.length === 0 && answer.rows.length > 0;

export type CostsState = {
  /** The newest whole answer; that of an earlier query until the current one has its own. */
  shown: ShownCosts | undefined;
  /** Whether `shown` is the answer to the current query and has no rows. */
  isEmpty: boolean;
  /** Whether `shown` answers an earlier query or will be replaced. */
  isOutdated: boolean;
  /** Whether `shown` answers an earlier query, and no answer to the current one is on its way. */
  isStale: boolean;
  isFetching: boolean;
  /** Whether the viewer stopped the request and there is no answer. */
  isCancelled: boolean;
  error: Error | null;
};

/** The query's result, as far as it counts. */
type Current = {
  data: Costs | undefined;
  error: Error | null;
  /** Paused: the browser has no connection. */
  fetchStatus: 'fetching' | 'paused' | 'idle';
  isPending: boolean;
};

/**
 * What a page shows of its current query and of the last answer. An earlier answer stays on screen unless it has no rows: that
 * another range is empty says nothing about the current one.
 */
export function costsState(
  last: ShownCosts | undefined,
  { data, error, fetchStatus, isPending }: Current,
): CostsState {
  const isCurrent = last !== undefined && last.answer === data;
  const hasRows = last !== undefined && last.table.rows.length > 0;
  const shown = isCurrent || hasRows ? last : undefined;
  const isFetching = fetchStatus !== 'idle';
  return {
    shown,
    isEmpty: isCurrent && !hasRows,
    isOutdated: shown !== undefined && (!isCurrent || isFetching),
    isStale: shown !== undefined && !isCurrent && !isFetching,
    isFetching,
    isCancelled: isPending && !isFetching && !error,
    error,
  };
}
