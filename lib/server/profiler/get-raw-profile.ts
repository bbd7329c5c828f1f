import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isBinaryIon } from '@/lib/profile/codec/ion-bytes';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { badAnswer } from '../aws/problem';
import { fetchProfile } from './fetch-profile';

const unzip = promisify(gunzip);

const MOST_BYTES = 512 * 1024 * 1024;

const ACCEPT = { json: 'application/json', ion: 'application/x-amzn-ion' } as const;

type RawProfile = { bytes: Uint8Array; contentType: string; extension: 'json' | 'ion' };

/** A profile as AWS gave it, only unzipped. Its type is read from its bytes: what was asked for need not come. */
export async function getRawProfile(
  request: ProfileRequest,
  format: 'json' | 'ion',
  signal?: AbortSignal,
): Promise<RawProfile> {
  const { profile, contentType } = await fetchProfile(request, ACCEPT[format], signal);
  const bytes = await unzipped(profile);
  if (bytes.length === 0) throw badAnswer('GetProfile', 'empty payload');
  if (isBinaryIon(bytes)) {
    return { bytes, contentType: 'application/x-amzn-ion', extension: 'ion' };
  }
  if (startsWith(bytes, [0x7b])) {
    const ion = contentType === 'application/x-amzn-ion';
    return ion
      ? { bytes, contentType, extension: 'ion' }
      : { bytes, contentType: 'application/json', extension: 'json' };
  }
  throw badAnswer('GetProfile', `payload of type ${contentType} is neither JSON nor Ion`);
}

async function unzipped(bytes: Uint8Array): Promise<Uint8Array> {
  if (!startsWith(bytes, [0x1f, 0x8b])) return bytes;
  try {
    return await unzip(bytes, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    throw badAnswer('GetProfile', String(error));
  }
}

const startsWith = (bytes: Uint8Array, magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
