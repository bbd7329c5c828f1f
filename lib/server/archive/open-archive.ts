import { join } from 'node:path';
import { SECOND } from '@/lib/time/duration';
import { deadlineClient } from '../aws/clients';
import { region } from '../aws/region';
import { exactNow } from '../clock';
import { env } from '../env';
import { processWide } from '../process-wide';
import { untilAborted } from '../shared-calls';
import { Archive } from './archive';

const MEBIBYTE = 1024 * 1024;

/** Maximum wait for credentials; the call that follows without the archive reports what is wrong with them. */
const MAX_CREDENTIALS_WAIT_MS = 3 * SECOND;

/** The archive as seen from one source of answers: `keyOf` is the key of a request to that source. */
export type SourceArchive = { archive: Archive; keyOf(...request: unknown[]): string };

/**
 * The archive in the data folder for the service with this endpoint of its own, if any. Undefined without a data folder,
 * when it can't be opened, or while it isn't known whose answers these would be.
 */
export async function archiveFor(ownEndpoint: string | undefined): Promise<SourceArchive | undefined> {
  const archive = await openArchive();
  if (!archive) return undefined;
  const source = await sourceOf(ownEndpoint ?? env().AWS_ENDPOINT_URL);
  if (source === undefined) return undefined;
  return { archive, keyOf: (...request) => JSON.stringify([source, ...request]) };
}

/** A failure to open is logged once. */
export function openArchive(): Promise<Archive | undefined> {
  const { TRIPTYCH_DATA: data, TRIPTYCH_ARCHIVE_MIB: mebibytes } = env();
  if (data === undefined) return Promise.resolve(undefined);
  const folder = join(data, 'archive');
  return processWide(`archive ${folder}`, () =>
    Archive.open({ folder, maxBytes: mebibytes * MEBIBYTE, now: exactNow }).catch((error: Error) => {
      console.error(`archive: ${folder} can't be opened, so nothing is archived: ${error.message}`);
      return undefined;
    }),
  );
}

/**
 * Names the account and region, or the endpoint when one is set, so that no account sees another's answers. Where the
 * credentials don't tell the account, their access key stands for it.
 */
async function sourceOf(endpoint: string | undefined): Promise<string | undefined> {
  if (endpoint !== undefined) return endpoint;
  try {
    const { config } = await deadlineClient.get();
    const limit = AbortSignal.timeout(MAX_CREDENTIALS_WAIT_MS);
    const { accountId, accessKeyId } = await untilAborted(config.credentials(), limit);
    return `${accountId ?? accessKeyId} ${await region()}`;
  } catch {
    return undefined;
  }
}
