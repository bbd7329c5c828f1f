import { createHash } from 'node:crypto';
import { DAY } from '@/lib/time/duration';
import { validation } from './errors';

const LIFE = DAY;

/**
 * A nextToken: where the next page begins, when the token was made, and a digest that binds both to the request
 * it continues (all its members but nextToken). At most 64 characters of [\w-].
 */
export function pageToken(position: number, request: object, now: number): string {
  const head = `${position.toString(36)}_${now.toString(36)}`;
  return `${head}_${digest(head, request)}`;
}

/** The position in a token; an expired one, or one of another request, is a ValidationException. */
export function tokenPosition(token: string, request: object, now: number): number {
  const [position = '', made = '', proof] = token.split('_');
  if (proof !== digest(`${position}_${made}`, request)) {
    throw validation('nextToken: does not belong to this request.');
  }
  if (now - Number.parseInt(made, 36) >= LIFE) {
    throw validation('nextToken: has expired; tokens are good for 24 hours.');
  }
  return Number.parseInt(position, 36);
}

function digest(head: string, request: object): string {
  return createHash('sha256')
    .update(`${head} ${JSON.stringify(request)}`)
    .digest('hex')
    .slice(0, 32);
}
