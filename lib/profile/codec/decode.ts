import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { mergeTrees } from '../transform/merge';
import type { Profile } from '../tree/call-tree';
import { type DecodeLimits, UNLIMITED } from '../tree/decode-limits';
import { hasRepeatedSiblings } from '../tree/repeated-siblings';
import { UndecodableProfile, UnreadableBytes } from '../tree/undecodable';
import { BinaryIonReader } from './binary-ion-reader';
import { IonJsReader } from './ion-js-reader';
import { isBinaryIon } from './ion-writer';
import { JsonReader } from './json-reader';
import { readProfile } from './read-profile';
import type { ValueReader } from './value-reader';

export { UndecodableProfile, UnreadableBytes } from '../tree/undecodable';

const GZIP = [0x1f, 0x8b];
const DEFAULT_MAX_BYTES = 500 * 1024 * 1024;

/**
 * Decodes a profile from AWS or an agent: JSON or Ion, plain or gzipped, detected by its first bytes. Throws UnreadableBytes
 * for anything else and for more than `maxBytes` after unzipping, UndecodableProfile for invalid counts.
 */
export function decodeProfile(bytes: Uint8Array, maxBytes = DEFAULT_MAX_BYTES): Profile {
  return decodeUnzipped(isGzip(bytes) ? unzip(bytes, maxBytes) : bytes, UNLIMITED);
}

/** Decodes a profile that is not gzipped, within limits. */
export function decodeUnzipped(bytes: Uint8Array, limits: DecodeLimits): Profile {
  const profile = isBinaryIon(bytes)
    ? decodeIon(() => new BinaryIonReader(bytes, limits.values), limits)
    : decodeText(bytes, limits);
  return hasRepeatedSiblings(profile.tree) ? { ...profile, tree: mergeTrees([profile.tree]) } : profile;
}

export function isGzip(bytes: Uint8Array): boolean {
  return GZIP.every((byte, i) => bytes[i] === byte);
}

/** Decodes JSON, or else Ion text. */
function decodeText(bytes: Uint8Array, limits: DecodeLimits): Profile {
  if (!isUtf8(bytes)) {
    throw new UnreadableBytes('The profile is neither JSON nor Ion, and not UTF-8 text.');
  }
  try {
    return readProfile(new JsonReader(bytes, limits.values), limits);
  } catch (error) {
    if (!(error instanceof UnreadableBytes)) throw error;
  }
  if (bytes.length > limits.textIonBytes) {
    throw new UndecodableProfile('The profile is not JSON, and too large for Ion text.');
  }
  return decodeIon(() => new IonJsReader(bytes, limits.values), limits);
}

/** Replaces errors of ion-js, which mean nothing to the sender of the profile. */
function decodeIon(reader: () => ValueReader, limits: DecodeLimits): Profile {
  try {
    return readProfile(reader(), limits);
  } catch (error) {
    if (error instanceof UndecodableProfile) throw error;
    throw new UnreadableBytes('The profile is neither JSON nor Ion.', { cause: error });
  }
}

function unzip(bytes: Uint8Array, maxBytes: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch {
    throw new UnreadableBytes('The profile is not valid gzip, or too large once unzipped.');
  }
}
