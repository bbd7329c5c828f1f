import { type Binding, TOKEN_MS } from '../store/page-tokens';
import { validation } from './errors';
import type { SyntheticsWorld } from './operation';

/**
 * A NextToken, good for 24 hours. It holds where the next page begins and no page number, so it stays good while
 * newer runs arrive. 4–252 characters for positions of up to 60.
 */
export function pageToken({ tokens, clock }: SyntheticsWorld, request: Binding, position: string): string {
  return tokens.issue(request, position, clock.now() + TOKEN_MS);
}

/** The position of a token that was given for the same request; any other token is a ValidationException. */
export function readPageToken({ tokens, clock }: SyntheticsWorld, request: Binding, token: string): string {
  const position = tokens.read(token, request, clock.now());
  if (position !== undefined) return position;
  throw validation(
    'NextToken: is not valid: it has expired (after 24 hours), or belongs to another request.',
  );
}
