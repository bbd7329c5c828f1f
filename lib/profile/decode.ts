import { gunzipSync } from 'node:zlib';
import { isBinaryIon } from './bounded-ion-reader';
import type { Profile } from './call-tree';
import { decodeIon } from './decode-ion';
import { decodeJson } from './decode-json';
import { type DecodeLimits, UNLIMITED } from './decode-limits';
import { jsonValuesAtMost } from './json-values';
import { mergeTrees } from './merge';
import { tooMany, UndecodableProfile } from './undecodable';

export { UndecodableProfile } from './undecodable';

const GZIP = [0x1f, 0x8b];
const DEFAULT_LIMIT_BYTES = 500 * 1024 * 1024;

/**
 * Reads a profile as AWS answers it or an agent posts it: JSON or Ion, plain or gzipped, told by its first
 * bytes. Throws UndecodableProfile for anything else, for counts that are negative or no numbers, and for more
 * than `limitBytes` once unzipped.
 */
export function decodeProfile(bytes: Uint8Array, limitBytes = DEFAULT_LIMIT_BYTES): Profile {
  return decodeUnzipped(isGzip(bytes) ? unzip(bytes, limitBytes) : bytes, UNLIMITED);
}

/** The same of bytes that are not zipped, and in bounds. */
export function decodeUnzipped(bytes: Uint8Array, limits: DecodeLimits): Profile {
  const { profile, mayRepeat } = decodePlain(bytes, limits);
  return mayRepeat ? { ...profile, tree: mergeTrees([profile.tree]) } : profile;
}

export function isGzip(bytes: Uint8Array): boolean {
  return GZIP.every((byte, i) => bytes[i] === byte);
}

/** `mayRepeat`: siblings of one name are possible, which the format could not rule out. */
function decodePlain(bytes: Uint8Array, limits: DecodeLimits): { profile: Profile; mayRepeat: boolean } {
  if (isBinaryIon(bytes)) return { profile: decodeIon(bytes, limits), mayRepeat: true };
  if (Number.isFinite(limits.values) && jsonValuesAtMost(bytes) > limits.values) {
    throw tooMany('values', limits.values);
  }
  const value = parsed(bytes);
  if (value !== undefined) return decodeJson(value, limits);
  if (bytes.length > limits.textIonBytes) {
    throw new UndecodableProfile('The profile is not JSON, and too large for Ion text.');
  }
  return { profile: decodeIon(bytes, limits), mayRepeat: true };
}

/** Undefined when it isn't JSON. */
function parsed(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UndecodableProfile('The profile is neither JSON nor Ion, and not UTF-8 text.');
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unzip(bytes: Uint8Array, limitBytes: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limitBytes });
  } catch {
    throw new UndecodableProfile('The profile is not valid gzip, or too large once unzipped.');
  }
}
