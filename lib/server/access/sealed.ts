import { createHash, hkdfSync } from 'node:crypto';
import { EncryptJWT, type JWTPayload, jwtDecrypt } from 'jose';

/** A secret as jose takes it, and the name in the header of what it sealed. */
type Key = { id: string; bytes: Uint8Array };

/** What was sealed, and whether another secret than the first did it. */
type Opened = { content: JWTPayload; hasOldKey: boolean };

const keys = new Map<string, Key>();

/** The key of a secret, derived once. */
function keyOf(secret: string): Key {
  const known = keys.get(secret);
  if (known) return known;
  const bytes = new Uint8Array(hkdfSync('sha256', secret, '', 'triptych session', 32));
  const key = { id: createHash('sha256').update(bytes).digest('base64url').slice(0, 8), bytes };
  keys.set(secret, key);
  return key;
}

/** Encrypts something for the browser to keep, until an instant, epoch milliseconds. `use` tells what it is for. */
export async function seal(
  content: JWTPayload,
  { secrets, use, until }: { secrets: readonly string[]; use: string; until: number },
): Promise<string> {
  const { id, bytes } = keyOf(secrets[0] ?? '');
  return new EncryptJWT(content)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: id })
    .setAudience(use)
    .setExpirationTime(Math.floor(until / 1000))
    .encrypt(bytes);
}

/** What `seal` encrypted with one of the secrets for the same use; undefined if it is anything else, changed, or too old. */
export async function unseal(
  sealed: string | undefined,
  { secrets, use, now }: { secrets: readonly string[]; use: string; now: number },
): Promise<Opened | undefined> {
  if (!sealed) return undefined;
  try {
    const found = { id: '' };
    const { payload } = await jwtDecrypt(
      sealed,
      ({ kid }) => {
        const key = secrets.map(keyOf).find(({ id }) => id === kid);
        if (!key) throw new Error('no such key');
        found.id = key.id;
        return key.bytes;
      },
      {
        audience: use,
        currentDate: new Date(now),
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
        requiredClaims: ['exp'],
      },
    );
    return { content: payload, hasOldKey: found.id !== keyOf(secrets[0] ?? '').id };
  } catch {
    return undefined;
  }
}
