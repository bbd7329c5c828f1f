import { createHash } from 'node:crypto';
import { validation } from './errors';

const CHECK_BYTES = 12;

/**
 * A page token: where the next page begins, and a check over that and the request it was given for. It holds no
 * page number, so it stays good while newer runs arrive. 4–252 characters for positions of up to 170 bytes.
 */
export function pageToken(request: readonly unknown[], position: string): string {
  return Buffer.concat([check(request, position), Buffer.from(position)]).toString('base64url');
}

/** The position of a token that was given for the same request; any other token is a ValidationException. */
export function readPageToken(request: readonly unknown[], token: string): string {
  const bytes = Buffer.from(token, 'base64url');
  const position = bytes.subarray(CHECK_BYTES).toString();
  if (pageToken(request, position) !== token) {
    throw validation('NextToken: was not given for this request, or was changed on its way.');
  }
  return position;
}

function check(request: readonly unknown[], position: string): Buffer {
  const text = JSON.stringify([...request.map((part) => part ?? null), position]);
  return createHash('sha256').update(text).digest().subarray(0, CHECK_BYTES);
}
