import { capitalized } from '@/lib/answer/capitalized';
import { counted } from '@/lib/answer/counted';
import { formatSpan } from '@/lib/time/format';
import { filterText } from './filters/filter-text';
import type { Names } from './names';
import type { AskedCosts } from './plan/asked-costs';
import type { Costs } from './stream/collect-costs';

type Resources = AskedCosts['query']['resources'];
type CutCosts = Pick<Costs, 'isCut' | 'rowCount'> | undefined;

/** A figure that adds up. */
export type SummedFigure = 'cost' | 'runtime' | 'compute hours';

/**
 * Names a sum. Only that of the whole farm is a total: `Total cost`, `Cost of queue lighting`, `Cost of 1 user in 2 queues`, `Cost of
 * the first 200,000 rows`.
 */
export function sumLabel(what: SummedFigure, asked: AskedCosts, costs: CutCosts, names: Names): string {
  if (isTotal(asked, costs)) return `Total ${what}`;
  return `${capitalized(what)} of ${summed(asked, costs, names)}`;
}

/** Names a row of sums, in the same words: `Total`, `Sum of queue lighting`. */
export const sumRowLabel = (asked: AskedCosts, costs: CutCosts, names: Names): string =>
  isTotal(asked, costs) ? 'Total' : `Sum of ${summed(asked, costs, names)}`;

const isTotal = ({ isWholeFarm, filters }: AskedCosts, costs: CutCosts) =>
  isWholeFarm && filters.length === 0 && !costs?.isCut;

function summed({ query, filters, isWholeFarm }: AskedCosts, costs: CutCosts, names: Names): string {
  const resources = costs?.isCut
    ? `the first ${counted(costs.rowCount, 'row')}`
    : resourcesText(query.resources, names);
  if (filters.length === 0) return resources;
  return isWholeFarm && !costs?.isCut ? filterText(filters) : `${filterText(filters)} in ${resources}`;
}

/** A single queue or fleet by its name, if it has one: `queue lighting`, `2 queues`. */
function resourcesText({ kind, ids }: Resources, names: Names): string {
  const name = ids.length === 1 ? names.get(ids[0] ?? '') : undefined;
  return name === undefined ? counted(ids.length, kind) : `${kind} ${name}`;
}

/**
 * What sums cover, in the same words on every page: `All 6 queues. Sessions that started 24 Nov 2026, 08:32 – 14:32 UTC, with
 * all that they cost.`
 */
export function coversText(
  { query, filters, isWholeFarm }: AskedCosts,
  { coverage, isCut, rowCount }: Pick<Costs, 'coverage' | 'isCut' | 'rowCount'>,
  names: Names,
): string {
  const { kind, ids } = query.resources;
  const only = filters.length > 0 ? `, only ${filterText(filters)}` : '';
  if (isCut) {
    const part = `Only a part of ${counted(ids.length, kind)} and of the range: the first ${counted(rowCount, 'row')}${only}.`;
    return coverage.to > coverage.from ? `${part} Complete ${formatSpan(coverage, query.zone)}.` : part;
  }
  const resources =
    isWholeFarm && ids.length > 1
      ? `All ${counted(ids.length, kind)}`
      : capitalized(resourcesText(query.resources, names));
  const of = `${resources}${only}`;
  if (coverage.to <= coverage.from) return `${of}. The range is in the future.`;
  return `${of}. Sessions that started ${formatSpan(coverage, query.zone)}, with all that they cost.`;
}
