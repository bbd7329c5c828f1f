import { env } from '../env';
import { bearerOf, isSameToken } from '../http/bearer';
import { noToken, wrongToken } from './note-problems';

/** Whether a request has the token for notes; false if it has none at all. Throws a ProblemError for a wrong one. */
export function hasNotesToken(request: Pick<Request, 'headers'>): boolean {
  const sent = bearerOf(request);
  if (sent === undefined) return false;
  const { TRIPTYCH_NOTES_TOKEN: token } = env();
  if (token === undefined) throw noToken();
  if (!isSameToken(sent, token)) throw wrongToken();
  return true;
}
