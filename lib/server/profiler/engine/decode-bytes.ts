import { decodeProfile, UndecodableProfile } from '@/lib/profile/codec/decode';
import { isPacked, unpackProfile } from '@/lib/profile/codec/packed';
import type { Profile } from '@/lib/profile/tree/call-tree';
import type { Undecodable } from './messages';

/** Decodes a payload of AWS, or a packed profile. */
export function decodeBytes(bytes: Uint8Array): Profile | Undecodable {
  try {
    return isPacked(bytes) ? unpackProfile(bytes) : decodeProfile(bytes);
  } catch (error) {
    if (error instanceof UndecodableProfile) return { undecodable: error.message };
    throw error;
  }
}
