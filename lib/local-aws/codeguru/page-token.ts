import { type Binding, TOKEN_MS } from '../store/page-tokens';
import { validation } from './errors';
import type { CodeguruWorld } from './operation';

/** A nextToken for the page that begins at `position`, good for 24 hours. At most 64 characters of [\w-]. */
export function pageToken({ tokens, clock }: CodeguruWorld, position: number, request: Binding): string {
  return tokens.issue(request, position, clock.now() + TOKEN_MS);
}

/** The position in a token; an expired one, or one of another request, is a ValidationException. */
export function tokenPosition({ tokens, clock }: CodeguruWorld, token: string, request: Binding): number {
  const position = tokens.read(token, request, clock.now());
  if (position !== undefined) return Number(position);
  throw validation(
    'nextToken: is not valid: it has expired (after 24 hours), or belongs to another request.',
  );
}
