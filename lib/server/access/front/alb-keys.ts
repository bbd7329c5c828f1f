import { type CryptoKey, errors, importSPKI, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { processWide } from '../../process-wide';
import { keyAnswer } from './key-answer';

const KEY_ID = /^[\w-]{1,100}$/;
const MAX_KEYS = 20;
/** Ids without a key that are remembered. Further new ones are refused unread, so that forged tokens can’t cause many requests. */
const MAX_UNKNOWN = 20;

type Keys = { known: LRUCache<string, Promise<CryptoKey>>; unknown: LRUCache<string, true> };

const keysAt = (place: string) =>
  processWide<Keys>(`load balancer keys ${place}`, () => ({
    known: new LRUCache({ max: MAX_KEYS, ttl: HOUR }),
    unknown: new LRUCache({ max: MAX_UNKNOWN, ttl: MINUTE }),
  }));

/** Finds the key of a load balancer’s token at the address of its region, which has one file for each key. */
export const albKey =
  (place: URL): JWTVerifyGetKey =>
  async ({ kid }) => {
    if (!kid || !KEY_ID.test(kid)) throw new errors.JWKSNoMatchingKey();
    const { known, unknown } = keysAt(place.href);
    const found = known.get(kid);
    if (found) return found;
    unknown.purgeStale();
    if (unknown.size >= MAX_UNKNOWN || unknown.has(kid)) throw new errors.JWKSNoMatchingKey();
    const reading = readKey(place, kid);
    known.set(kid, reading);
    try {
      return await reading;
    } catch (error) {
      known.delete(kid);
      if (error instanceof errors.JWKSNoMatchingKey) unknown.set(kid, true);
      throw error;
    }
  };

async function readKey(place: URL, kid: string): Promise<CryptoKey> {
  const pem = await keyAnswer(new URL(`${place.pathname.replace(/\/$/, '')}/${kid}`, place).href);
  if (pem === undefined) throw new errors.JWKSNoMatchingKey();
  return importSPKI(pem, 'ES256');
}
