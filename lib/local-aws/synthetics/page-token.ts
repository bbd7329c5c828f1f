import { type Binding, TOKEN_MS } from '../store/page-tokens';
import { validation } from './errors';
import type { SyntheticsWorld } from './operation';

/**
 * A NextToken for the page after a position, valid for 24 hours. It has 4–252 characters for positions of up to 60
 * characters.
 */
export function pageToken({ tokens, clock }: SyntheticsWorld, binding: Binding, position: string): string {
  return tokens.issue(binding, position, clock.now() + TOKEN_MS);
}

/** The position in a token. ValidationException when it has expired or was issued for another request. */
export function readPageToken({ tokens, clock }: SyntheticsWorld, binding: Binding, token: string): string {
  const position = tokens.read(token, binding, clock.now());
  if (position === undefined) throw invalidToken();
  return position;
}

export const invalidToken = () =>
  validation('NextToken: is not valid: it has expired (after 24 hours), or belongs to another request.');
