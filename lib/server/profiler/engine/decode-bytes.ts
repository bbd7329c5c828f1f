import { areColumns } from '@/lib/profile/codec/columns/mark';
import { readColumns } from '@/lib/profile/codec/columns/read-columns';
import { decodeProfile, UndecodableProfile } from '@/lib/profile/codec/decode';
import { isPacked, unpackProfile } from '@/lib/profile/codec/packed';
import type { Profile } from '@/lib/profile/tree/call-tree';
import type { Undecodable } from './messages';

/** Decodes a payload of AWS, or an archived profile: in columns, or packed as earlier releases archived it. */
export function decodeBytes(bytes: Uint8Array): Profile | Undecodable {
  try {
    if (areColumns(bytes)) return readColumns(bytes);
    return isPacked(bytes) ? unpackProfile(bytes) : decodeProfile(bytes);
  } catch (error) {
    if (error instanceof UndecodableProfile) return { undecodable: error.message };
    throw error;
  }
}
