import type { Users } from '../users';
import { CostRows } from './cost-rows';

/** The same rows with the team of each row's user as one more key. '' is the team of a user without one. */
export function withTeams(rows: CostRows, users: Users): CostRows {
  const teamed = new CostRows([...rows.keys, 'TEAM'], rows.buckets);
  for (let at = 0; at < rows.length; at++) {
    const row = rows.at(at);
    teamed.add([{ ...row, team: users.teamOf(row.userId ?? '') }], 0);
  }
  return teamed;
}
