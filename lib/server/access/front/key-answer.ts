import { LRUCache } from 'lru-cache';
import { processWide } from '../../process-wide';

const TIMEOUT_MS = 5000;
const MAX_BYTES = 256 * 1024;
/** After a failure, requests are refused at once for this time: waiting would hold up each of them. */
const FAILED_FOR_MS = 5000;

/** Keys could not be read, so nothing is known of the tokens that they would check. */
export class KeysUnreadable extends Error {}

const failed = () =>
  processWide('unreadable keys', () => new LRUCache<string, string>({ max: 100, ttl: FAILED_FOR_MS }));

/** What the server of keys answers at an address; undefined if it has no such key. Rejects with KeysUnreadable. */
export async function keyAnswer(url: string): Promise<string | undefined> {
  const lately = failed().get(url);
  if (lately !== undefined) throw new KeysUnreadable(lately);
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status >= 400 && response.status < 500) return undefined;
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await boundedText(response);
  } catch (error) {
    const { message } = error as Error;
    failed().set(url, message);
    console.error(`sign-in: keys can’t be read from ${new URL(url).host}: ${message}`);
    throw new KeysUnreadable(message);
  }
}

async function boundedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > MAX_BYTES) throw new Error('the answer is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
