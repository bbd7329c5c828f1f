import type { RangeFigures } from '../totals/range-figures';
import { type CostBars, sumBars } from './cost-bars';
import type { FarmSummary } from './farm-summary';
import type { FarmCount } from './farms-text';
import { sumFigures } from './sum-figures';

/** What is known of a farm's costs. */
export type KnownFarm = {
  summary?: FarmSummary;
  /** The figures of the earlier period; undefined if they aren't known (yet), or compared with nothing. */
  before?: RangeFigures;
  isReading: boolean;
};

/** All farms together, as far as their costs are known. */
export type AllFarms = {
  count: FarmCount;
  /** Undefined while no farm is known. */
  figures?: RangeFigures;
  /** Undefined unless the earlier figures of every farm in the sum are known. */
  before?: RangeFigures;
  bars?: CostBars;
};

/** Adds up the farms of which the whole cost is known. `all` is the number of farms of the account. */
export function allFarms(farms: readonly KnownFarm[], all: number): AllFarms {
  const whole = farms.filter(({ summary }) => summary?.isWhole);
  const summaries = whole.map(({ summary }) => summary).filter((summary) => summary !== undefined);
  const befores = whole.map(({ before }) => before).filter((before) => before !== undefined);
  const bars = sumBars(summaries.map((summary) => summary.bars).filter((one) => one !== undefined));
  return {
    count: { all, known: whole.length, isLoading: farms.some(({ isReading }) => isReading) },
    ...(whole.length > 0 && { figures: sumFigures(summaries.map(({ figures }) => figures)) }),
    ...(whole.length > 0 && befores.length === whole.length && { before: sumFigures(befores) }),
    ...(bars && { bars }),
  };
}
