import type { Binding } from '../store/page-tokens';
import type { CanaryDefinition } from './canary-definition';
import { idPage } from './id-pages';
import type { SyntheticsWorld } from './operation';

type Ask = { names?: string[]; limit: number; token?: string };

/**
 * One page of canaries by name, those that are asked for or all, and the token of the next. Names that no canary has
 * are passed over.
 */
export function canaryPage(
  world: SyntheticsWorld,
  canaries: readonly CanaryDefinition[],
  request: Binding,
  { names, limit, token }: Ask,
): { canaries: CanaryDefinition[]; nextToken?: string } {
  const wanted = canaries.filter(({ name }) => names?.includes(name) ?? true);
  const { items, nextToken } = idPage(world, wanted, [...request, names?.join(' ')], { limit, token });
  return { canaries: items, nextToken };
}
