import type { Users } from '../users';
import type { CostRows } from './cost-rows';
import type { RowGroups } from './group-rows';

/** Groups rows by the team of their user, in the order of each team's first row. '' is the group of users without a team. */
export function teamGroups(rows: CostRows, users: Users): RowGroups {
  const { ids, index } = rows.valuesOf('USER_ID');
  const numbers = new Map<string, number>();
  const teams = ids.map((id) => users.teamOf(id));
  const group = new Uint32Array(rows.length);
  for (let row = 0; row < group.length; row++) {
    const team = teams[index[row] ?? 0] ?? '';
    const number = numbers.get(team) ?? numbers.size;
    numbers.set(team, number);
    group[row] = number;
  }
  return { group, ids: [...numbers.keys()].map((team) => [team]) };
}
