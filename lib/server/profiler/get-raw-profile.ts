import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isBinaryIon } from '@/lib/profile/codec/ion-writer';
import { RAW_FORMATS, type RawFormat } from '@/lib/profile/export/formats';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { badAnswer } from '../aws/problem';
import { fetchProfile } from './fetch-profile';

const gunzipAsync = promisify(gunzip);

const MAX_BYTES = 512 * 1024 * 1024;

type RawProfile = { bytes: Uint8Array; format: RawFormat };

/** A profile as AWS returned it, decompressed. Its bytes tell the format, which need not be the requested one. */
export async function getRawProfile(
  request: ProfileRequest,
  format: RawFormat,
  signal?: AbortSignal,
): Promise<RawProfile> {
  const { profile, contentType } = await fetchProfile(request, RAW_FORMATS[format].contentType, signal);
  const bytes = await decompressed(profile);
  if (bytes.length === 0) throw badAnswer('GetProfile', 'empty payload');
  if (isBinaryIon(bytes)) return { bytes, format: 'ion' };
  if (startsWith(bytes, [0x7b])) {
    return { bytes, format: contentType === RAW_FORMATS.ion.contentType ? 'ion' : 'json' };
  }
  throw badAnswer('GetProfile', `payload of type ${contentType} is neither JSON nor Ion`);
}

async function decompressed(bytes: Uint8Array): Promise<Uint8Array> {
  if (!startsWith(bytes, [0x1f, 0x8b])) return bytes;
  try {
    return await gunzipAsync(bytes, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    throw badAnswer('GetProfile', String(error));
  }
}

const startsWith = (bytes: Uint8Array, magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
