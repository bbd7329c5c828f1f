import { createParser, createSerializer, parseAsStringLiteral } from 'nuqs/server';
import { BY_QUEUE_SENTENCES, byQueueParams } from '@/components/farm/by-queue/by-queue-params';
import { CHART_SENTENCES, chartParams } from '@/components/farm/chart/chart-params';
import { leftOutText, parseAsIds } from '@/components/farm/ids-param';
import { JOBS_SENTENCES, jobsParams } from '@/components/farm/jobs/jobs-params';
import { KEY_NAMES, keyOf } from '@/components/farm/key-names';
import { parseAsFilters } from '@/components/farm/path/filters-param';
import { ROWS_SENTENCES, rowsParams } from '@/components/farm/rows/rows-params';
import { TOTALS_SENTENCES, totalsParams } from '@/components/farm/totals/totals-params';
import { invalidParams } from '@/lib/answer/invalid-params';
import { orderParam } from '@/lib/answer/order-param';
import { MAX_FILTERS } from '@/lib/farm/filters/filter';
import { MAX_KEYS } from '@/lib/farm/filters/needed-keys';
import type { Place } from '@/lib/farm/filters/place';
import { BUDGET_ID, FLEET_ID, QUEUE_ID } from '@/lib/farm/ids';
import type { Column } from '@/lib/farm/row-order';
import { AGGREGATION_PERIODS, type GroupKey, STATISTICS } from '@/lib/farm/session-statistics';

const sameList = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

/** One or two keys: `queue,user`. */
const parseAsGroupBy = createParser<GroupKey[]>({
  parse: (text) => {
    const names = text.split(',');
    const keys = [...new Set(names.map(keyOf).filter((key) => key !== undefined))];
    return keys.length === names.length && keys.length <= MAX_KEYS ? keys : null;
  },
  serialize: (keys) => keys.map((key) => KEY_NAMES[key]).join(),
  eq: sameList,
});

const COLUMN_NAMES: Record<Column, string> = {
  ...KEY_NAMES,
  from: 'time',
  count: 'records',
  costUsd: 'cost',
  runtimeSeconds: 'runtime',
};
const parseAsOrder = orderParam(Object.keys(COLUMN_NAMES) as Column[], (column) => COLUMN_NAMES[column]);

const parseAsBudget = createParser<string>({
  parse: (text) => (BUDGET_ID.test(text) ? text : null),
  serialize: (budgetId) => budgetId,
});

/** The parameters of a farm's page: the choices for the aggregation, and what the panels show. */
export const farmSearchParams = {
  group: parseAsGroupBy.withDefault(['QUEUE_ID']),
  stat: parseAsStringLiteral(STATISTICS).withDefault('SUM'),
  period: parseAsStringLiteral(AGGREGATION_PERIODS),
  queues: parseAsIds(QUEUE_ID).withDefault([]),
  fleets: parseAsIds(FLEET_ID).withDefault([]),
  only: parseAsFilters.withDefault([]),
  sort: parseAsOrder.withDefault({ by: 'costUsd', descending: true }),
  ...chartParams,
  ...totalsParams,
  ...rowsParams,
  ...jobsParams,
  ...byQueueParams,
  /** `all` shows inactive budgets too. */
  budgets: parseAsStringLiteral(['active', 'all']).withDefault('active'),
  /** The budget whose burn-down is shown. */
  burn: parseAsBudget,
};

const SENTENCES = {
  group: 'The grouping in this link is not one or two of the known keys. Grouping by queue.',
  stat: 'The statistic in this link is unknown. Showing sums.',
  period: 'The period in this link is unknown. Choosing it by the range.',
  queues: 'This link has no valid queue id. Showing all queues.',
  fleets: 'This link has no valid fleet id. Ignoring its fleets.',
  only: `The filters in this link are not 1 to ${MAX_FILTERS} values of the known keys. Filtering nothing.`,
  sort: 'The order in this link is unknown. Showing the most expensive rows first.',
  ...CHART_SENTENCES,
  ...TOTALS_SENTENCES,
  ...ROWS_SENTENCES,
  ...JOBS_SENTENCES,
  ...BY_QUEUE_SENTENCES,
  budgets: 'The choice of budgets in this link is unknown. Showing the active ones.',
  burn: 'The budget in this link has no valid id. Showing no burn-down.',
};

/** A parameter of a farm's URL that isn't as it should be, and what is shown instead. */
type InvalidFarmParam = {
  key: keyof typeof farmSearchParams;
  sentence: string;
  /** What is left of it; undefined if nothing is. */
  fixed?: string[];
};

/** The invalid or conflicting parameters of a farm's URL, and what is shown instead. */
export function invalidFarmParams(search: { get(key: string): string | null }): InvalidFarmParam[] {
  const invalid = invalidParams(search, farmSearchParams, SENTENCES);
  const queues = search.get('queues');
  const fleets = search.get('fleets');
  const hasBoth = queues && fleets && !invalid.some(({ key }) => key === 'queues' || key === 'fleets');
  return [
    ...invalid,
    ...partlyInvalid('queues', queues),
    ...(hasBoth ? [BOTH] : partlyInvalid('fleets', fleets)),
  ];
}

const BOTH: InvalidFarmParam = {
  key: 'fleets',
  sentence: 'This link has both queues and fleets, but AWS aggregates only one kind. Showing the queues.',
};

/** A list of ids of which some are left out. */
function partlyInvalid(key: 'queues' | 'fleets', text: string | null): InvalidFarmParam[] {
  if (text === null) return [];
  const sentence =
    key === 'queues' ? leftOutText(text, QUEUE_ID, 'queue') : leftOutText(text, FLEET_ID, 'fleet');
  const fixed = farmSearchParams[key].parse(text);
  return sentence && fixed ? [{ key, sentence, fixed }] : [];
}

const withParams = createSerializer(farmSearchParams);

/** The parameters of a place. Tables show all groups and rows. */
export const paramsOf = ({ groupBy, queueIds, fleetIds, filters }: Place) => ({
  group: [...groupBy],
  queues: queueIds.length > 0 ? [...queueIds] : null,
  fleets: fleetIds.length > 0 ? [...fleetIds] : null,
  only: filters.length > 0 ? [...filters] : null,
  find: null,
  findRows: null,
  inQueues: null,
});

/** Changes a farm's URL to another place in its costs. */
export const withPlace = (url: string, place: Place) => withParams(url, paramsOf(place));
