import type { AskedCosts } from '../plan/asked-costs';
import { withTeams } from '../rows/with-teams';
import type { Costs } from '../stream/collect-costs';
import { Users } from '../users';
import { filterRows } from './filter-rows';

const NO_USERS = new Users([]);

/** Costs without the rows that the viewer's filters leave out, and with the teams that they or the grouping need. */
export function filteredCosts({ groupBy, filters, users }: AskedCosts, answer: Costs): Costs {
  const hasTeams = groupBy.includes('TEAM') || filters.some(({ key }) => key === 'TEAM');
  if (filters.length === 0 && !hasTeams) return answer;
  const rows = filterRows(hasTeams ? withTeams(answer.rows, users ?? NO_USERS) : answer.rows, filters);
  const chosen = groupBy.length === rows.keys.length ? rows : filterRows(rows, [], groupBy);
  return { ...answer, rows, chosen };
}
