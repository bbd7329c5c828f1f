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

/** Maximum wait for the archive and for credentials, after which AWS is asked as if there were no archive. */
const MAX_WAIT_MS = 3 * SECOND;

/** The archive for one source of answers: `keyOf` is the key of a request to that source. */
export type SourceArchive = { archive: Archive; keyOf(...request: unknown[]): string };

/**
 * The archive for a service, given the endpoint that is set for this service alone, if any. Undefined when nothing is
 * archived, when the archive can't be opened, and while the account is unknown. Never rejects.
 */
export async function archiveFor(serviceEndpoint: string | undefined): Promise<SourceArchive | undefined> {
  try {
    if (!isArchiving()) return undefined;
    const limit = AbortSignal.timeout(MAX_WAIT_MS);
    const archive = await untilAborted(openArchive(), limit);
    const source =
      archive && (await untilAborted(sourceOf(serviceEndpoint ?? env().AWS_ENDPOINT_URL), limit));
    if (source === undefined || archive === undefined) return undefined;
    return { archive, keyOf: (...request) => JSON.stringify([source, ...request]) };
  } catch {
    return undefined;
  }
}

/** Whether answers are archived at all: there is a data folder with room for an archive, and the past can't change. */
export function isArchiving(): boolean {
  const { TRIPTYCH_DATA, TRIPTYCH_ARCHIVE_MIB, TRIPTYCH_PAST_CHANGES } = env();
  return TRIPTYCH_DATA !== undefined && TRIPTYCH_ARCHIVE_MIB > 0 && !TRIPTYCH_PAST_CHANGES;
}

/** Opens the archive once per data folder. A failure is logged. */
function openArchive(): Promise<Archive | undefined> {
  const { TRIPTYCH_DATA: data = '', TRIPTYCH_ARCHIVE_MIB: mebibytes } = env();
  const folder = join(data, 'archive');
  return processWide(`archive ${folder}`, () =>
    Archive.open({ folder, maxBytes: mebibytes * MEBIBYTE, now: exactNow }).catch((error: Error) => {
      console.error(`archive: ${folder} can't be opened, so nothing is archived: ${error.message}`);
      return undefined;
    }),
  );
}

/**
 * Identifies whose answers these are, so that no account is shown another's: the endpoint if one is set, otherwise account
 * and region. A permanent access key stands for an account that the credentials don't name.
 */
async function sourceOf(endpoint: string | undefined): Promise<string | undefined> {
  if (endpoint !== undefined) return endpoint;
  const { config } = await deadlineClient.get();
  const { accountId, accessKeyId, sessionToken } = await config.credentials();
  const account = accountId ?? (sessionToken === undefined ? accessKeyId : undefined);
  return account && `${account} ${await region()}`;
}
