import { type Binding, TOKEN_MS } from '../store/page-tokens';
import { validation } from './errors';
import type { DeadlineWorld } from './operation';

export type PageRequest = { nextToken: string; maxResults: number };

/** How many results come before the page that is asked for; 0 without a token. Throws as `placeOf` does. */
export function positionOf(world: DeadlineWorld, ask: PageRequest, binding: Binding): number {
  return Number(placeOf(world, ask, binding) ?? 0);
}

/**
 * What the token of the page that is asked for holds; undefined without one. ValidationException when it is expired,
 * made up, or was given for other arguments.
 */
export function placeOf(
  world: DeadlineWorld,
  { nextToken, maxResults }: PageRequest,
  binding: Binding,
): string | undefined {
  if (nextToken === '') return undefined;
  const position = world.tokens.read(nextToken, [...binding, maxResults], world.clock.now());
  if (position !== undefined) return position;
  throw validation([
    { name: 'nextToken', message: 'is not valid: it expired, or was given for other arguments' },
  ]);
}

/** The token of the page after `position`. */
export function tokenAt(
  world: DeadlineWorld,
  { maxResults }: PageRequest,
  binding: Binding,
  position: number | string,
): string {
  return world.tokens.issue([...binding, maxResults], position, world.clock.now() + TOKEN_MS);
}

/** One page of a list that is held whole. The last page has no token. */
export function pageOf<T>(
  world: DeadlineWorld,
  ask: PageRequest,
  binding: Binding,
  items: readonly T[],
): { items: T[]; nextToken?: string } {
  const first = positionOf(world, ask, binding);
  const next = first + ask.maxResults;
  const page = { items: items.slice(first, next) };
  return next < items.length ? { ...page, nextToken: tokenAt(world, ask, binding, next) } : page;
}
