import type { Binding } from '../store/page-tokens';
import type { CanaryDefinition } from './canary-definition';
import { namePage } from './name-pages';
import type { SyntheticsWorld } from './operation';

type PageRequest = { names?: string[]; limit: number; token?: string };

/** One page of the canaries with the requested names, or of all, and the token of the next. Unknown names are ignored. */
export async function canaryPage(
  world: SyntheticsWorld,
  canaries: readonly CanaryDefinition[],
  binding: Binding,
  { names, ...page }: PageRequest,
): Promise<{ canaries: CanaryDefinition[]; nextToken?: string }> {
  const requested = canaries.filter(({ name }) => names?.includes(name) ?? true);
  const { items, nextToken } = await namePage(world, requested, [...binding, names?.join(' ')], page);
  return { canaries: items, nextToken };
}
