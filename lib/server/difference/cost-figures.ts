import { sumRowLabel } from '@/lib/farm/covers-text';
import { filteredCosts } from '@/lib/farm/filters/filtered-costs';
import { namesOf, namesOfFarms, withShownNames } from '@/lib/farm/names';
import { type AskedCosts, askedCosts, type CostChoice } from '@/lib/farm/plan/asked-costs';
import { groupRows } from '@/lib/farm/rows/group-rows';
import { groupTotals } from '@/lib/farm/rows/group-totals';
import { type Farm, type GroupKey, STATISTICS } from '@/lib/farm/session-statistics';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { costReader } from '@/lib/farm/stream/cost-reader';
import { groupLabels } from '@/lib/farm/totals/group-labels';
import { rangeFigures } from '@/lib/farm/totals/range-figures';
import { Users } from '@/lib/farm/users';
import type { Span } from '@/lib/time/range';
import { asProblemError } from '../aws/problem';
import { configuredUsers } from '../config/configured';
import { costEvents, costPlan } from '../deadline/costs/cost-events';
import { costProblem } from '../deadline/costs/cost-problem';
import { listFleets } from '../deadline/list-fleets';
import { listQueues } from '../deadline/list-queues';
import type { ReadFigures } from './link-difference';
import type { Figure } from './side-figures';

const BY_QUEUE: CostChoice = { groupBy: ['QUEUE_ID'] };

const USER_KEYS: readonly GroupKey[] = ['USER_ID', 'TEAM'];

/** Whether costs are of single users or teams. */
export const isByUser = ({ groupBy, filters = [] }: CostChoice): boolean =>
  [...groupBy, ...filters.map(({ key }) => key)].some((key) => USER_KEYS.includes(key));

type ReadCosts = { asked: AskedCosts; costs: Costs; names: ReturnType<typeof namesOf> };

/** The costs of a farm as its page asks for them; undefined if there is nothing to ask for. Rejects with a ProblemError. */
async function costsOf(
  farmId: string,
  choice: CostChoice,
  { span, zone, signal }: { span: Span; zone: string; signal: AbortSignal },
): Promise<ReadCosts | undefined> {
  const hasFleets = (choice.fleetIds?.length ?? 0) > 0 || choice.groupBy.includes('FLEET_ID');
  const [queues, fleets, users] = await Promise.all([
    listQueues(farmId, signal),
    hasFleets ? listFleets(farmId, signal) : undefined,
    // Pages without users or teams ask for none, so that their links keep none.
    isByUser(choice) ? configuredUsers() : undefined,
  ]);
  const known = new Users(users?.data ?? []);
  const asked = askedCosts({ farmId, queues, users: known }, span, zone, choice, STATISTICS);
  if (!asked) return undefined;
  const { query } = asked;
  const read = costReader(query.keys);
  for await (const event of costEvents({ query, plan: costPlan(query), fresh: false }, signal)) {
    if (event.type === 'failed') throw costProblem(event.failure);
    const all = read(event);
    if (!all) continue;
    const costs = filteredCosts(asked, all);
    const userIds = costs.chosen.keys.includes('USER_ID') ? costs.chosen.valuesOf('USER_ID').ids : [];
    const names = namesOf(queues.data, fleets?.data ?? []);
    return { asked, costs, names: withShownNames(names, { jobs: costs.rows.jobNames, userIds }, known) };
  }
  throw asProblemError(new DOMException('The request was cancelled.', 'AbortError'));
}

const known = (usd: number | undefined) => (usd === undefined || Number.isNaN(usd) ? null : usd);

/** The costs of a farm, all together and by the keys of its page. */
export const costFigures =
  (farmId: string, choice: CostChoice, zone: string, signal: AbortSignal): ReadFigures =>
  async (span) => {
    const read = await costsOf(farmId, choice, { span, zone, signal });
    if (!read) return { span, figures: [], absent: null, notes: ['The farm has no queues, so no costs.'] };
    const { asked, costs, names } = read;
    const rows = costs.chosen;
    const groups = groupRows(rows, asked.groupBy);
    const totals = groupTotals(rows, groups);
    const labelOf = groupLabels(groups, asked.groupBy, names, rows.jobNames);
    return {
      span: costs.coverage,
      figures: [
        {
          key: 'sum',
          label: sumRowLabel(asked, costs, names),
          unit: 'usd',
          value: known(rangeFigures(rows).costUsd),
          isSum: true,
        },
        ...groups.ids.map((ids, group) => ({
          key: `group ${JSON.stringify(ids)}`,
          label: labelOf(group).name,
          unit: 'usd' as const,
          value: known(totals.costUsd[group]),
        })),
      ],
      absent: costs.isCut ? null : 0,
      notes: [...asked.notes, ...costs.notes, ...(costs.isCut ? [CUT] : [])],
    };
  };

const CUT = 'There are more rows than were read, so the amounts are too low.';

/** Maximum number of farms whose costs are read. */
const MAX_FARMS = 10;

/** The costs of several farms. */
export const farmFigures =
  (farms: readonly Farm[], zone: string, signal: AbortSignal): ReadFigures =>
  async (span) => {
    const names = namesOfFarms(farms);
    const notes: string[] = [];
    const figures: Figure[] = [];
    // AWS runs one aggregation of a farm at a time, and an account has few of them.
    for (const { farmId } of farms.slice(0, MAX_FARMS)) {
      const label = names.get(farmId) ?? farmId;
      const figure = { key: farmId, label, unit: 'usd' as const };
      try {
        const read = await costsOf(farmId, BY_QUEUE, { span, zone, signal });
        figures.push({ ...figure, value: read ? known(rangeFigures(read.costs.chosen).costUsd) : null });
      } catch (error) {
        figures.push({ ...figure, value: null });
        notes.push(`${label}: ${asProblemError(error).problem.message}`);
      }
    }
    if (farms.length > MAX_FARMS) notes.push(`Only ${MAX_FARMS} of ${farms.length} farms were read.`);
    return { span, figures, absent: null, notes };
  };
