import type { Costs } from '../stream/collect-costs';
import type { EarlierCosts } from './earlier-costs';

/** Names of the jobs of both periods. */
export const jobNamesOfBoth = (
  { rows }: Pick<Costs, 'rows'>,
  earlier: EarlierCosts | undefined,
): ReadonlyMap<string, string> =>
  earlier?.state === 'known' ? new Map([...earlier.costs.rows.jobNames, ...rows.jobNames]) : rows.jobNames;
