import { stat } from 'node:fs/promises';
import { SECOND } from '@/lib/time/duration';
import { deadlineClient } from '../aws/clients';
import { region } from '../aws/region';
import { exactNow } from '../clock';
import { env } from '../env';
import { keptLink } from '../links/link-scope';
import { countAnswer } from '../metrics/metrics';
import { openBucket } from '../objects/open-objects';
import { processWide } from '../process-wide';
import { untilAborted } from '../shared-calls';
import { DiskArchive, type RecordableAnswer } from './disk-archive';
import { ObjectArchive } from './object-archive';

/** Maximum wait for the archive and for credentials, after which AWS is asked as if there were no archive. */
const MAX_WAIT_MS = 3 * SECOND;

type Answers = Pick<DiskArchive, 'get' | 'getToReplace' | 'put' | 'record'>;

/** The archive for one source of answers. A request is any list of values that tells it from others. */
export type SourceArchive = {
  /** The key of a request, which differs for every source. */
  keyOf(request: readonly unknown[]): string;
  get(request: readonly unknown[]): ReturnType<Answers['get']>;
  /** As `get`, for who extends an answer: rejects when it can't be read. */
  getToReplace(request: readonly unknown[]): ReturnType<Answers['get']>;
  put(request: readonly unknown[], answer: Omit<RecordableAnswer, 'key'>): ReturnType<Answers['put']>;
  /** Moves the answer to a request, if there is one, to those that are recorded. */
  record(request: readonly unknown[]): Promise<void>;
};

/**
 * The archive for a service, given the endpoint that is set for this service alone, if any. Undefined when nothing is
 * archived, when the archive can't be opened, and while the account is unknown. Never rejects. A shared link has an archive of its own,
 * which is never written.
 */
export async function archiveFor(serviceEndpoint: string | undefined): Promise<SourceArchive | undefined> {
  const link = keptLink();
  if (link)
    return {
      keyOf: JSON.stringify,
      get: (request) => link.blob(request),
      getToReplace: (request) => link.blob(request),
      put: async () => undefined,
      record: async () => {},
    };
  try {
    if (!isArchiving()) return undefined;
    const limit = AbortSignal.timeout(MAX_WAIT_MS);
    const archive = await untilAborted(openArchive(), limit);
    const source =
      archive && (await untilAborted(sourceOf(serviceEndpoint ?? env().AWS_ENDPOINT_URL), limit));
    if (source === undefined || archive === undefined) return undefined;
    const keyOf = (request: readonly unknown[]) => JSON.stringify([source, ...request]);
    return {
      keyOf,
      get: async (request) => unlessPastChanged(await archive.get(keyOf(request))),
      getToReplace: async (request) => unlessPastChanged(await archive.getToReplace(keyOf(request))),
      put: (request, answer) => archive.put({ ...answer, key: keyOf(request) }),
      record: (request) => archive.record(keyOf(request)),
    };
  } catch {
    return undefined;
  }
}

/** Whether answers are archived at all: there is a bucket or a data folder for them, and the archive is on. */
export function isArchiving(): boolean {
  if (keptLink()) return true;
  const { TRIPTYCH_ARCHIVE, TRIPTYCH_DATA, TRIPTYCH_ARCHIVE_MIB } = env();
  return (TRIPTYCH_ARCHIVE ?? TRIPTYCH_DATA) !== undefined && TRIPTYCH_ARCHIVE_MIB > 0;
}

/** An answer, unless answers for the past have changed since. */
async function unlessPastChanged<Answer extends { asOf: number }>(answer: Answer | undefined) {
  if (!answer || answer.asOf <= (await pastChangedAt())) return undefined;
  countAnswer('archive');
  return answer;
}

/** When answers for the past last changed, epoch milliseconds: local-aws accepts data of any time. Never against AWS. */
async function pastChangedAt(): Promise<number> {
  const { TRIPTYCH_PAST_CHANGED_FILE: file } = env();
  if (file === undefined) return Number.NEGATIVE_INFINITY;
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    ({ code }: NodeJS.ErrnoException) =>
      code === 'ENOENT' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
  );
}

/** Opens the archive once per bucket or data folder. A failure is logged. */
function openArchive(): Promise<Answers | undefined> {
  const { TRIPTYCH_ARCHIVE: bucket, TRIPTYCH_DATA: folder = '' } = env();
  const { TRIPTYCH_ARCHIVE_MIB: mebibytes, TRIPTYCH_RECORD_MIB: recordedMebibytes } = env();
  if (bucket) {
    return processWide(
      `archive ${bucket.bucket}/${bucket.prefix}`,
      async () => new ObjectArchive((await openBucket(bucket)).objects),
    );
  }
  return processWide(`archive ${folder}`, () =>
    DiskArchive.open({ folder, mebibytes, recordedMebibytes, now: exactNow }).catch((error: Error) => {
      console.error(`archive: ${folder} can't be opened, so nothing is archived: ${error.message}`);
      return undefined;
    }),
  );
}

/**
 * Identifies whose answers these are, so that no account is shown another's: the endpoint if one is set, otherwise account
 * and region. Dashboards that share a bucket may reach different accounts by the same endpoint, so both count there.
 */
async function sourceOf(endpoint: string | undefined): Promise<string | undefined> {
  if (endpoint === undefined) return accountAndRegion();
  if (!env().TRIPTYCH_ARCHIVE) return endpoint;
  const account = await accountAndRegion();
  return account && `${endpoint} ${account}`;
}

/** A permanent access key stands for an account that the credentials don't name. */
async function accountAndRegion(): Promise<string | undefined> {
  const { config } = await deadlineClient.get();
  const { accountId, accessKeyId, sessionToken } = await config.credentials();
  const account = accountId ?? (sessionToken === undefined ? accessKeyId : undefined);
  return account && `${account} ${await region()}`;
}
