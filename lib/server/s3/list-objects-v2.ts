import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { z } from 'zod';
import type { S3Folder } from '@/lib/canary/artifacts/s3-folder';
import { SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { allPages } from '../aws/pages';
import { optional, wireToken } from '../aws/wire';
import { SharedCalls } from '../shared-calls';
import { s3Clients } from './client';

/** A file of a folder, by its path below the folder. */
export type StoredFile = { name: string; bytes?: number };

const answer = z.object({
  EncodingType: optional(z.string()),
  Contents: optional(z.array(z.object({ Key: z.string(), Size: optional(z.number().int().min(0)) }))),
  NextContinuationToken: wireToken,
});

/** What a folder has; `isComplete` is false when it has more. */
type Listing = { files: StoredFile[]; isComplete: boolean };

const TTL_MS = 10 * SECOND;
const MAX_KEPT_BYTES = 16 * 1024 * 1024;
/** Of a file in memory, without the characters of its name. */
const FILE_BYTES = 100;

const lists = () =>
  SharedCalls.named<{ listing?: Listing }>('s3 lists', {
    ...{ ttlMs: TTL_MS, isNotKept: true },
    bytes: { max: MAX_KEPT_BYTES, sizeOf: ({ listing }) => sizeOf(listing?.files ?? []) },
  });

const sizeOf = (files: readonly StoredFile[]) =>
  files.reduce((sum, { name }) => sum + FILE_BYTES + 2 * name.length, FILE_BYTES);

/**
 * The files of a folder and of those in it; undefined if there is nothing. At most 10,000 objects are listed. Viewers share
 * the list for ten seconds. Rejects with a ProblemError.
 */
export async function listObjects(folder: S3Folder, signal: AbortSignal): Promise<Listing | undefined> {
  const { bucket, prefix } = folder;
  const { listing } = await lists().get(
    JSON.stringify([bucket, prefix]),
    async (callSignal) => ({ listing: await readAll(folder, callSignal) }),
    signal,
  );
  return listing;
}

async function readAll({ bucket, prefix }: S3Folder, signal: AbortSignal): Promise<Listing | undefined> {
  const { items, isComplete } = await allPages(async (nextToken) => {
    const command = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: `${prefix}/`,
      // A key may have characters that XML can't.
      EncodingType: 'url',
      ContinuationToken: nextToken,
    });
    const page = await call(
      'ListObjectsV2',
      s3Clients,
      answer,
      (clients, options) => clients.call(bucket, (client) => client.send(command, options)),
      signal,
    );
    const key = page.EncodingType === 'url' ? decodedKey : (text: string) => text;
    const files = (page.Contents ?? []).map(
      ({ Key, Size }): StoredFile => ({ name: key(Key).slice(prefix.length + 1), bytes: Size }),
    );
    return { items: files, nextToken: page.NextContinuationToken };
  });
  return items.length > 0 ? { files: items, isComplete } : undefined;
}

/** S3 encodes keys as HTML forms do. */
function decodedKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}
