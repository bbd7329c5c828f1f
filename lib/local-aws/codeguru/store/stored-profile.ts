import { readFileSync } from 'node:fs';
import { writeDurably } from '@/lib/disk/durable-file';
import { setAside } from '@/lib/disk/set-aside';
import { decodeUnzipped, UndecodableProfile } from '@/lib/profile/codec/decode';
import { isPacked, packProfile, type SharedTexts, unpackProfile } from '@/lib/profile/codec/packed';
import type { Profile } from '@/lib/profile/tree/call-tree';
import { UNLIMITED } from '@/lib/profile/tree/decode-limits';
import { gunzipped, gzipped } from '../../store/gzip';

const MAX_BYTES = 1024 * 1024 * 1024;

/** The content of a profile's file: its packed columns, gzipped. */
export function storedBytes(profile: Profile): Promise<Uint8Array> {
  return gzipped(packProfile(profile));
}

/** Writes a profile, or the result of `storedBytes` for it. Resolves when it is on disk. */
export async function writeProfile(path: string, profile: Profile | Uint8Array): Promise<void> {
  await writeDurably(path, profile instanceof Uint8Array ? profile : await storedBytes(profile));
}

/**
 * Reads what `writeProfile` wrote, or a post of format 1: gzipped as the agent sent it. Throws UndecodableProfile when it is
 * damaged. Profiles read with the same `texts` share their string tables.
 */
export async function readProfile(path: string, texts?: SharedTexts): Promise<Profile> {
  // Synchronous: a day has hundreds of small files, for which four turns of the event loop each take longer than reading.
  const bytes = await gunzipped(readFileSync(path), MAX_BYTES).catch((error: Error) => {
    throw new UndecodableProfile(`not gzip: ${error.message}`);
  });
  return isPacked(bytes) ? unpackProfile(bytes, texts) : decodeUnzipped(bytes, UNLIMITED);
}

/**
 * Reads a profile like `readProfile`; undefined when its file is gone or damaged. `noteMissing` is called then; it returns
 * whether this is the first time, which is when a damaged file is set aside.
 */
export async function readIntactProfile(
  path: string,
  now: number,
  noteMissing: () => boolean,
  texts?: SharedTexts,
): Promise<Profile | undefined> {
  try {
    return await readProfile(path, texts);
  } catch (error) {
    const isDamaged = error instanceof UndecodableProfile;
    if (!isDamaged && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if (noteMissing() && isDamaged) await setAside(path, now, error.message).catch(logNotRenamed);
    return undefined;
  }
}

const logNotRenamed = (error: Error) =>
  console.error(`local-aws: a damaged profile is left out, but could not be renamed: ${error.message}`);
