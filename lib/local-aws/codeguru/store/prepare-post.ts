import { decodeUnzipped, isGzip, UndecodableProfile, UnreadableBytes } from '@/lib/profile/codec/decode';
import { MAX_SAMPLES, type PostLimits } from '@/lib/profile/import/posts/post-limits';
import type { Profile } from '@/lib/profile/tree/call-tree';
import { gunzipped } from '../../store/gzip';
import { storedBytes } from './stored-profile';

/** A post as it will be stored, and its start in epoch milliseconds if it has one. */
export type PreparedPost = { stored: Uint8Array; start: number | undefined };

/** Decodes and checks a post. Throws UnreadableBytes when it is neither JSON nor Ion, UndecodableProfile when it is invalid. */
export async function preparePost(body: Uint8Array, limits: PostLimits): Promise<PreparedPost> {
  const profile = decodeUnzipped(await decompressed(body, limits.bytes), limits);
  checkCounts(profile);
  return { stored: await storedBytes(profile), start: profile.start };
}

/** Sums stay exact because only whole numbers are accepted. */
function checkCounts({ tree }: Profile): void {
  for (const column of tree.self) {
    for (let node = 0; node < column.length; node++) {
      const count = column[node] ?? 0;
      if (!Number.isInteger(count)) throw new UndecodableProfile('Counts must be whole numbers.');
      if (count > MAX_SAMPLES) throw new UndecodableProfile('A count is higher than 2^40.');
    }
  }
}

async function decompressed(body: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  if (body.length > maxBytes) throw tooLarge(maxBytes);
  if (!isGzip(body)) return body;
  return gunzipped(body, maxBytes).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new UnreadableBytes('The profile is not valid gzip.');
  });
}

function tooLarge(maxBytes: number): UndecodableProfile {
  return new UndecodableProfile(
    `The profile is larger than ${maxBytes / 1024 / 1024} MiB after decompression.`,
  );
}
