import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { badAnswer } from '../aws/problem';
import { ownBuffers } from '../own-buffers';
import type { Undecodable } from './engine/messages';
import { fetchProfile } from './fetch-profile';

/**
 * Fetches a profile and decodes it. Requests Ion, which decodes faster, and falls back to JSON when the answer can't be decoded.
 * The buffers given to `decode` may be transferred.
 */
export async function fetchDecoded<Output extends object>(
  request: ProfileRequest,
  signal: AbortSignal,
  decode: (bytes: Uint8Array, transferable: readonly ArrayBuffer[]) => Promise<Output | Undecodable>,
): Promise<Output> {
  for (const format of ['application/x-amzn-ion', 'application/json'] as const) {
    const { profile: bytes } = await fetchProfile(request, format, signal);
    const decoded = await decode(bytes, ownBuffers(bytes));
    if (!('undecodable' in decoded)) return decoded;
    console.error(`GetProfile: ${format} can't be decoded: ${decoded.undecodable}`);
  }
  throw badAnswer('GetProfile', 'neither format can be decoded');
}
