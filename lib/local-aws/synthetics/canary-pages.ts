import type { Binding } from '../store/page-tokens';
import type { World } from '../world';
import type { CanaryDefinition } from './canary-definition';
import { validation } from './errors';
import { pageToken, readPageToken } from './page-token';

type Ask = { names?: string[]; limit: number; token?: string };

/**
 * One page of canaries by name, those that are asked for or all, and the token of the next. Names that no canary has
 * are passed over. A token holds an id, since a name can be longer than a token may be.
 */
export function canaryPage(
  world: World,
  canaries: readonly CanaryDefinition[],
  request: Binding,
  { names, limit, token }: Ask,
): { canaries: CanaryDefinition[]; nextToken?: string } {
  const bound = [...request, names?.join(' ')];
  const wanted = canaries.filter(({ name }) => names?.includes(name) ?? true);
  const start = token === undefined ? 0 : indexAfter(wanted, readPageToken(world, bound, token));
  const page = wanted.slice(start, start + limit);
  const last = page.at(-1);
  const more = start + limit < wanted.length;
  return { canaries: page, nextToken: more && last ? pageToken(world, bound, last.id) : undefined };
}

function indexAfter(canaries: readonly CanaryDefinition[], id: string): number {
  const index = canaries.findIndex((canary) => canary.id === id);
  if (index < 0) throw validation('NextToken: the canary it names is gone.');
  return index + 1;
}
