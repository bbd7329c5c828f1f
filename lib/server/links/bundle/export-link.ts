import { CallLimit } from '@/lib/answer/call-limit';
import { linkFileName } from '@/lib/download/link-file-name';
import { requireAction, type User } from '../../access/authorize';
import { bodyInParts } from '../../http/body-in-parts';
import { processWide } from '../../process-wide';
import { mayExport } from '../link-access';
import type { OpenLink } from '../open-link';
import { sharedLinks } from '../shared-links';
import { writeBundle } from './write-bundle';

/** Bundles that are sent at a time, each with a blob in memory, and that wait for their turn. */
const MAX_AT_ONCE = 2;
const MAX_WAITING = 20;

const turns = () => processWide('bundles being sent', () => new CallLimit(MAX_AT_ONCE, MAX_WAITING));

/**
 * A shared link as one file, with a page that opens without Triptych if there is one. What the link has lost is left out and counted. Rejects with a ProblemError.
 */
export async function exportLink(id: string, page: Uint8Array | undefined, user: User, signal: AbortSignal) {
  const link = await (await sharedLinks()).open(id);
  if (!(await mayExport(link, user))) requireAction(user, 'seeUsers');
  const release = await turns().hold(signal);
  try {
    const { hashes, lostCount } = await storedHashes(link, signal);
    const body = bodyInParts(await writeBundle({ link, hashes, page }), release);
    return {
      ...{ body, lostCount },
      contentType: 'application/zip',
      fileName: linkFileName(link.manifest, 'zip'),
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** The blobs that are whole, before the first byte is sent, so that what is lost is known. */
async function storedHashes(link: OpenLink, signal: AbortSignal) {
  const all = new Set(link.manifest.blobs.map(([, hash]) => hash));
  const hashes: string[] = [];
  for (const hash of all) {
    signal.throwIfAborted();
    if (await link.stored(hash)) hashes.push(hash);
  }
  return { hashes, lostCount: all.size - hashes.length };
}
