import { CallLimit } from '@/lib/answer/call-limit';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { askCosts } from './ask-costs';
import { budgetListOptions, fetchBudgetList } from './budgets';
import { costsOptions } from './costs';
import { farmOptions, fetchFarm, fetchQueues, queuesOptions } from './farm';
import type { Fetcher } from './fetch-json';

/** Farms of which costs are read at a time, so that a page of many farms leaves connections and AWS's limits to others. */
const MAX_COSTS = 3;
const MAX_LISTS = 3;

const costs = new CallLimit(MAX_COSTS);
const lists = new CallLimit(MAX_LISTS);

const inTurn =
  <Request, Data>(fetcher: Fetcher<Request, Data>): Fetcher<Request, Data> =>
  (request, signal) =>
    lists.run(() => fetcher(request, signal), signal);

const [farmInTurn, queuesInTurn, budgetsInTurn] = [
  inTurn(fetchFarm),
  inTurn(fetchQueues),
  inTurn(fetchBudgetList),
];

/** The queries of a farm's page for one of many farms: the same answers, requested a few at a time, but no details of budgets. */
export const oneOfManyFarms = {
  farm: (farmId: string) => farmOptions(farmId, farmInTurn),
  queues: (farmId: string) => queuesOptions(farmId, queuesInTurn),
  budgets: (farmId: string) => budgetListOptions(farmId, budgetsInTurn),
  costs: (query: CostQuery) =>
    costsOptions(query, (asked, options) => costs.run(() => askCosts(asked, options), options.signal)),
};
