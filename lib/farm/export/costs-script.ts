import { counted } from '@/lib/answer/counted';
import type { CliOption } from '@/lib/download/aws-cli';
import type { AwsPlace } from '@/lib/download/aws-place';
import { formatSpan } from '@/lib/time/format';
import { filterText } from '../filters/filter-text';
import type { AskedCosts } from '../plan/asked-costs';
import { type CostQuery, planAggregations } from '../plan/plan-aggregations';
import type { Statistic, StatisticsRequest } from '../session-statistics';
import { deadlineCommand } from './aws-cli';

/** AWS returns at most this many rows at once. */
const PAGE_SIZE = '100';
const POLL_SECONDS = 2;

const GET = 'get-sessions-statistics-aggregation';

/** What a panel shows: costs, and those that it compares them with. */
export type ScriptedCosts = {
  asked: Pick<AskedCosts, 'query' | 'filters'>;
  /** Whether the costs are only a part of the rows. */
  isCut: boolean;
  /** The query of the earlier costs, if they are shown. */
  earlier?: CostQuery | undefined;
};

/**
 * A script with the calls that answer the queries of a panel: it starts each aggregation, waits for it and prints its rows. One
 * follows the other, because AWS runs one for a farm at a time.
 */
export function costsScript({ asked, isCut, earlier }: ScriptedCosts, place: AwsPlace): string {
  const cut = isCut
    ? ['The page read only a part of the rows, and need not have made all of these calls.']
    : [];
  return [
    queryScript(asked, cut, place),
    ...(earlier ? [queryScript({ ...asked, query: earlier }, ['The page compares with these.'], place)] : []),
  ].join('\n');
}

function queryScript(
  { query, filters }: ScriptedCosts['asked'],
  notes: readonly string[],
  place: AwsPlace,
): string {
  const { requests } = planAggregations(query);
  const { kind, ids } = query.resources;
  const about = `Costs of ${counted(ids.length, kind)}, ${formatSpan(query, query.zone)}: ${counted(requests.length, 'aggregation')}.`;
  const kept = filters.length > 0 ? [`The page keeps only ${filterText(filters)} of their rows.`] : [];
  const together = requests.length > 1 ? [togetherText(query.statistics)] : [];
  const comments = [about, ...together, ...notes, ...kept].map((line) => `# ${line}`).join('\n');
  return `${[comments, ...requests.map(({ request }) => aggregation(request, place))].join('\n\n')}\n`;
}

const COMBINED: Record<Statistic, string> = {
  SUM: 'adds up sums',
  MIN: 'takes the lowest minimum',
  MAX: 'takes the highest maximum',
  AVG: 'weighs averages by count',
};

/** How the page makes one answer of the rows of several aggregations. */
function togetherText(statistics: readonly Statistic[]): string {
  const words = statistics.map((statistic) => COMBINED[statistic]);
  return `Of all rows with the same group and time, in any of the aggregations, the page ${words.join(', ')}.`;
}

function aggregation(request: StatisticsRequest, place: AwsPlace): string {
  const started: CliOption[] = [
    ['farm-id', request.farmId],
    ['resource-ids', resourceIds(request)],
    ['start-time', new Date(request.startTime).toISOString()],
    ['end-time', new Date(request.endTime).toISOString()],
    ['timezone', request.timezone],
    ['period', request.period],
    ['group-by', ...request.groupBy],
    ['statistics', ...request.statistics],
    ['query', 'aggregationId'],
    ['output', 'text'],
  ];
  const own: CliOption[] = [
    ['farm-id', request.farmId],
    ['aggregation-id', '"$id"'],
  ];
  const status: CliOption[] = [...own, ['no-paginate'], ['query', 'status'], ['output', 'text']];
  return [
    `id=$(${deadlineCommand('start-sessions-statistics-aggregation', started, place)})`,
    `while [ "$(${deadlineCommand(GET, status, place)})" = IN_PROGRESS ]; do sleep ${POLL_SECONDS}; done`,
    deadlineCommand(GET, [...own, ['page-size', PAGE_SIZE]], place),
  ].join('\n');
}

const resourceIds = ({ queueIds, fleetIds = [] }: StatisticsRequest): string =>
  queueIds ? `queueIds=${queueIds.join()}` : `fleetIds=${fleetIds.join()}`;
