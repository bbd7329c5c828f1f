import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { z } from 'zod';
import type { S3Folder } from '@/lib/canary/artifacts/s3-folder';
import { call } from '../aws/call';
import { allPages } from '../aws/pages';
import { optional, wireToken } from '../aws/wire';
import { s3Clients } from './client';

/** A file of a folder, without the folder in its name. */
export type StoredFile = { name: string; bytes?: number };

const answer = z.object({
  EncodingType: optional(z.string()),
  Contents: optional(z.array(z.object({ Key: z.string(), Size: optional(z.number().int().min(0)) }))),
  CommonPrefixes: optional(z.array(z.unknown())),
  NextContinuationToken: wireToken,
});

/**
 * The files of a folder, without those of folders in it; undefined if there is nothing. At most 10,000 objects are listed: `isComplete` is
 * false when there are more. Rejects with a ProblemError.
 */
export async function listObjects(
  { bucket, prefix }: S3Folder,
  signal: AbortSignal,
): Promise<{ files: StoredFile[]; isComplete: boolean } | undefined> {
  let hasFolders = false;
  const { items, isComplete } = await allPages(async (nextToken) => {
    const command = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: `${prefix}/`,
      Delimiter: '/',
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
    hasFolders ||= (page.CommonPrefixes?.length ?? 0) > 0;
    const key = page.EncodingType === 'url' ? decodedKey : (text: string) => text;
    const files = (page.Contents ?? []).map(
      ({ Key, Size }): StoredFile => ({ name: key(Key).slice(prefix.length + 1), bytes: Size }),
    );
    return { items: files, nextToken: page.NextContinuationToken };
  });
  return items.length > 0 || hasFolders ? { files: items, isComplete } : undefined;
}

/** S3 encodes keys as HTML forms do. */
function decodedKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}
