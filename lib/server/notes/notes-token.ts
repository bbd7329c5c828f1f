import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '../env';
import { noToken, wrongToken } from './note-problems';

const BEARER = /^bearer +(.+)$/i;

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** Whether a request has the token for notes; false if it has none at all. Throws a ProblemError for a wrong one. */
export function hasNotesToken({ headers }: Pick<Request, 'headers'>): boolean {
  const [, sent] = BEARER.exec(headers.get('authorization') ?? '') ?? [];
  if (sent === undefined) return false;
  const { TRIPTYCH_NOTES_TOKEN: token } = env();
  if (token === undefined) throw noToken();
  // Hashes have one length, and comparing them takes the same time for all.
  if (!timingSafeEqual(hashOf(sent.trim()), hashOf(token))) throw wrongToken();
  return true;
}
