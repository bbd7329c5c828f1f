import type { AskedCosts } from '../plan/asked-costs';
import type { CostQuery } from '../plan/plan-aggregations';
import type { CostTable } from '../rows/cost-table';
import type { Costs } from '../stream/collect-costs';
import { type RangeFigures, rangeFigures } from '../totals/range-figures';
import { type CostBars, costBars } from './cost-bars';
import { type QueueCost, queueCosts } from './queue-costs';
import { sumFigures } from './sum-figures';

/** A farm's costs in a range, as one of many farms shows them. */
export type FarmSummary = {
  figures: RangeFigures;
  bars?: CostBars;
  /** Those that have a cost, the most expensive first. */
  queues: readonly QueueCost[];
  /** Whether this is all of the farm's cost in the range. */
  isWhole: boolean;
  /** What is missing from the cost or differs from the request, in sentences. */
  notes: readonly string[];
};

/** More bars would be too narrow in a row of a table. */
const MAX_BARS = 48;

type Sums = Pick<FarmSummary, 'figures' | 'bars' | 'queues'>;

/** Rows are summed once, though a page renders often. */
const sumsOf = new WeakMap<Costs, Sums>();

/** Summarizes costs by queue. */
export function farmSummary({ query, isWholeFarm, notes }: AskedCosts, costs: Costs): FarmSummary {
  const sums = sumsOf.get(costs) ?? sumUp(query, costs);
  sumsOf.set(costs, sums);
  return {
    ...sums,
    isWhole: isWholeFarm && !costs.isCut,
    notes: [
      ...notes,
      ...costs.notes,
      ...(isWholeFarm ? [] : ['The list of queues is incomplete, so a part of the cost can be missing.']),
      ...(costs.isCut ? ['There are too many rows to read all, so a part of the cost is missing.'] : []),
    ],
  };
}

function sumUp({ from, to, period, keys }: CostQuery, { rows, chosen, rowCount }: Costs): Sums {
  const table: CostTable = { keys, period, span: { from, to }, rows: chosen };
  return {
    figures: rangeFigures(rows),
    ...(rowCount > 0 && { bars: costBars(table, MAX_BARS) }),
    queues: queueCosts(chosen),
  };
}

/** The costs of a farm without queues. */
export const NO_COSTS: FarmSummary = { figures: sumFigures([]), queues: [], isWhole: true, notes: [] };
