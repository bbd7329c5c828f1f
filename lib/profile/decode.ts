import { gunzipSync } from 'node:zlib';
import type { Profile } from './call-tree';
import { decodeIon } from './decode-ion';
import { decodeJson } from './decode-json';
import { mergeTrees } from './merge';
import { UndecodableProfile } from './undecodable';

export { UndecodableProfile } from './undecodable';

const GZIP = [0x1f, 0x8b];
const ION_BINARY = [0xe0, 0x01, 0x00, 0xea];
const DEFAULT_LIMIT_BYTES = 500 * 1024 * 1024;

/**
 * Reads a profile as AWS answers it or an agent posts it: JSON or Ion, plain or gzipped, told by its first
 * bytes. Throws UndecodableProfile for anything else, for counts that are negative or no numbers, and for more
 * than `limitBytes` once unzipped.
 */
export function decodeProfile(bytes: Uint8Array, limitBytes = DEFAULT_LIMIT_BYTES): Profile {
  const plain = startsWith(bytes, GZIP) ? unzip(bytes, limitBytes) : bytes;
  const { profile, mayRepeat } = decodePlain(plain);
  return mayRepeat ? { ...profile, tree: mergeTrees([profile.tree]) } : profile;
}

/** `mayRepeat`: siblings of one name are possible, which the format could not rule out. */
function decodePlain(bytes: Uint8Array): { profile: Profile; mayRepeat: boolean } {
  if (startsWith(bytes, ION_BINARY)) return { profile: decodeIon(bytes), mayRepeat: true };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UndecodableProfile('The profile is neither JSON nor Ion, and not UTF-8 text.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { profile: decodeIon(bytes), mayRepeat: true };
  }
  return decodeJson(value);
}

function unzip(bytes: Uint8Array, limitBytes: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limitBytes });
  } catch {
    throw new UndecodableProfile('The profile is not valid gzip, or too large once unzipped.');
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}
