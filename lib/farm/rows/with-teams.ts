import type { Users } from '../users';
import type { CostRows } from './cost-rows';

/** The same rows with the team of each row's user as one more key. '' is the team of a user without one. */
export function withTeams(rows: CostRows, users: Users): CostRows {
  const { ids, index } = rows.valuesOf('USER_ID');
  const teams = ids.map((id) => users.teamOf(id));
  const teamed = rows.part(rows.keys, () => true);
  teamed.addKey('TEAM', (row) => teams[index[row] ?? 0] ?? '');
  return teamed;
}
