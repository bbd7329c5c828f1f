import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Profile } from '@/lib/profile/call-tree';
import { decodeUnzipped, UndecodableProfile } from '@/lib/profile/decode';
import { UNLIMITED } from '@/lib/profile/decode-limits';
import { isPacked, packProfile, unpackProfile } from '@/lib/profile/packed';
import { writeDurably } from './durable-file';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

const MOST_BYTES = 1024 * 1024 * 1024;

/** Writes a profile as a gzip file of its packed columns. Resolves when it is on disk. */
export async function writeProfile(path: string, profile: Profile): Promise<void> {
  await writeDurably(path, await zip(packProfile(profile), { level: 1 }));
}

/**
 * Reads what `writeProfile` wrote, or a post as releases of format 1 kept it: zipped as the agent sent it. Throws
 * UndecodableProfile when it is damaged.
 */
export async function readProfile(path: string): Promise<Profile> {
  const zipped = await readFile(path);
  const bytes = await unzip(zipped, { maxOutputLength: MOST_BYTES }).catch((error: Error) => {
    throw new UndecodableProfile(`it is not gzip: ${error.message}`);
  });
  return isPacked(bytes) ? unpackProfile(bytes) : decodeUnzipped(bytes, UNLIMITED);
}
