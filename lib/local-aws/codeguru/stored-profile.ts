import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ByteTexts } from '@/lib/profile/byte-texts';
import type { Profile } from '@/lib/profile/call-tree';
import { decodeUnzipped, UndecodableProfile } from '@/lib/profile/decode';
import { UNLIMITED } from '@/lib/profile/decode-limits';
import { isPacked, packProfile, unpackProfile } from '@/lib/profile/packed';
import { writeDurably } from './durable-file';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

const MOST_BYTES = 1024 * 1024 * 1024;
const MOST_AT_ONCE = 4 * 1024 * 1024;

/** Writes a profile as a gzip file of its packed columns. Resolves when it is on disk. */
export async function writeProfile(path: string, profile: Profile): Promise<void> {
  const packed = packProfile(profile);
  await writeDurably(path, await zip(packed, { level: 1, chunkSize: chunkFor(packed.length / 4) }));
}

/**
 * Reads what `writeProfile` wrote, or a post as releases of format 1 kept it: zipped as the agent sent it. Throws
 * UndecodableProfile when it is damaged. What is read with the same `texts` shares its strings.
 */
export async function readProfile(path: string, texts?: ByteTexts): Promise<Profile> {
  const zipped = await readFile(path);
  const options = { maxOutputLength: MOST_BYTES, chunkSize: chunkFor(unzippedLength(zipped)) };
  const bytes = await unzip(zipped, options).catch((error: Error) => {
    throw new UndecodableProfile(`it is not gzip: ${error.message}`);
  });
  return isPacked(bytes) ? unpackProfile(bytes, texts) : decodeUnzipped(bytes, UNLIMITED);
}

/** What a gzip file says of its length at its end. */
function unzippedLength(zipped: Buffer): number {
  return zipped.length < 4 ? 0 : zipped.readUInt32LE(zipped.length - 4);
}

/** Room for all of it at once: zlib comes back to the event loop for each chunk. */
const chunkFor = (length: number) => Math.min(Math.max(Math.ceil(length) + 64, 1 << 14), MOST_AT_ONCE);
