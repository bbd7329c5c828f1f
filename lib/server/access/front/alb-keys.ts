import { type CryptoKey, errors, importSPKI, type JWTHeaderParameters, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { processWide } from '../../process-wide';
import { keyAnswer } from './key-answer';

const KEY_ID = /^[\w-]{1,100}$/;
const MAX_KEYS = 20;
/** Ids without a key that are remembered. Further new ones are refused unread, so that forged tokens can’t cause many requests. */
const MAX_UNKNOWN = 20;

type Keys = {
  known: LRUCache<string, CryptoKey>;
  unknown: LRUCache<string, true>;
  reading: Map<string, Promise<CryptoKey>>;
};

const keysAt = (place: string) =>
  processWide<Keys>(`load balancer keys ${place}`, () => ({
    known: new LRUCache({ max: MAX_KEYS, ttl: HOUR }),
    unknown: new LRUCache({ max: MAX_UNKNOWN, ttl: MINUTE }),
    reading: new Map(),
  }));

/**
 * Finds the key of a load balancer’s token at the address of its region, which has one file for each key. `check` throws for the header
 * of a token that would be refused with any key, so that no key is read for it.
 */
export const albKey =
  (place: URL, check: (header: JWTHeaderParameters) => void): JWTVerifyGetKey =>
  async (header) => {
    check(header);
    const { kid } = header;
    if (!kid || !KEY_ID.test(kid)) throw new errors.JWKSNoMatchingKey();
    const { known, unknown, reading } = keysAt(place.href);
    const found = known.get(kid) ?? reading.get(kid);
    if (found) return found;
    unknown.purgeStale();
    if (unknown.size + reading.size >= MAX_UNKNOWN || unknown.has(kid)) throw new errors.JWKSNoMatchingKey();
    const key = readKey(place, kid);
    reading.set(kid, key);
    try {
      known.set(kid, await key);
      return await key;
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) unknown.set(kid, true);
      throw error;
    } finally {
      reading.delete(kid);
    }
  };

async function readKey(place: URL, kid: string): Promise<CryptoKey> {
  const pem = await keyAnswer(new URL(`${place.pathname.replace(/\/$/, '')}/${kid}`, place).href);
  if (pem === undefined) throw new errors.JWKSNoMatchingKey();
  return importSPKI(pem, 'ES256');
}
