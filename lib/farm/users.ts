import { plainName } from './naming/plain-name';
import { userKey } from './naming/user-name';

/** Who is behind a user id of the statistics: an entry of the configuration. */
export type User = {
  /** The id or ARN under which AWS reports the user. */
  id: string;
  name: string;
  team?: string;
};

/** Finds the entries of user ids. */
export class Users {
  readonly #byKey: ReadonlyMap<string, User>;

  constructor(users: readonly User[]) {
    this.#byKey = new Map(users.map((user) => [userKey(user.id), user]));
  }

  /** The name of a user in the configuration; undefined when it has none. */
  nameOf = (userId: string): string | undefined =>
    plainName(this.#byKey.get(userKey(userId))?.name ?? '') || undefined;

  /** Whether any user has a team. */
  get hasTeams(): boolean {
    return [...this.#byKey.values()].some(({ id }) => this.teamOf(id) !== '');
  }

  /** The team of a user in the configuration; '' when it has none. */
  teamOf = (userId: string): string => plainName(this.#byKey.get(userKey(userId))?.team ?? '');
}
