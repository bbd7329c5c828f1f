import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { isBinaryIon } from './binary-ion-reader';
import { hasRepeatedSiblings, type Profile } from './call-tree';
import { decodeIon } from './decode-ion';
import { decodeJson } from './decode-json';
import { type DecodeLimits, UNLIMITED } from './decode-limits';
import { mergeTrees } from './merge';
import { UndecodableProfile, UnreadableBytes } from './undecodable';

export { UndecodableProfile, UnreadableBytes } from './undecodable';

const GZIP = [0x1f, 0x8b];
const DEFAULT_LIMIT_BYTES = 500 * 1024 * 1024;

/**
 * Reads a profile as AWS answers it or an agent posts it: JSON or Ion, plain or gzipped, told by its first
 * bytes. Throws UnreadableBytes for anything else, UndecodableProfile for counts that are negative or no numbers, and for more
 * than `limitBytes` once unzipped.
 */
export function decodeProfile(bytes: Uint8Array, limitBytes = DEFAULT_LIMIT_BYTES): Profile {
  return decodeUnzipped(isGzip(bytes) ? unzip(bytes, limitBytes) : bytes, UNLIMITED);
}

/** The same of bytes that are not zipped, and in bounds. */
export function decodeUnzipped(bytes: Uint8Array, limits: DecodeLimits): Profile {
  const profile = isBinaryIon(bytes) ? decodeIon(bytes, limits) : decodeText(bytes, limits);
  return hasRepeatedSiblings(profile.tree) ? { ...profile, tree: mergeTrees([profile.tree]) } : profile;
}

export function isGzip(bytes: Uint8Array): boolean {
  return GZIP.every((byte, i) => bytes[i] === byte);
}

/** Whatever is not JSON may be Ion's text. */
function decodeText(bytes: Uint8Array, limits: DecodeLimits): Profile {
  try {
    return decodeJson(bytes, limits);
  } catch (error) {
    if (!(error instanceof UnreadableBytes) || !isUtf8(bytes)) throw error;
  }
  if (bytes.length > limits.textIonBytes) {
    throw new UndecodableProfile('The profile is not JSON, and too large for Ion text.');
  }
  return decodeIon(bytes, limits);
}

function unzip(bytes: Uint8Array, limitBytes: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limitBytes });
  } catch {
    throw new UnreadableBytes('The profile is not valid gzip, or too large once unzipped.');
  }
}
