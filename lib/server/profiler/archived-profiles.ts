import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { DAY } from '@/lib/time/duration';
import { archiveLater } from '../archive/archive-later';
import { archiveFor, type SourceArchive } from '../archive/open-archive';
import { exactNow } from '../clock';
import { env } from '../env';
import { engine } from './engine/engine';
import type { LoadedProfile } from './engine/messages';

const profileArchive = () => archiveFor(env().AWS_ENDPOINT_URL_CODEGURUPROFILER);

/** The part of a request that decides its answer once its range is settled. */
const keyParts = ({ group, startTime, endTime, period, maxDepth }: ProfileRequest) =>
  ['profile', group, startTime, endTime, period, maxDepth] as const;

/** Five-minute profiles are kept this long by AWS; an older range may get a coarser answer than the archived one. */
const FIVE_MINUTE_RETENTION_MS = 15 * DAY;

type LoadedFromArchive = LoadedProfile & { asOf: number; content: Uint8Array };

/**
 * Loads a settled profile from the archive into the engine under `key`: the whole tree if it is there, else the one that
 * AWS cut at the requested depth. Undefined when neither is archived.
 */
export async function loadArchived(
  key: string,
  request: ProfileRequest,
): Promise<LoadedFromArchive | undefined> {
  const source = await profileArchive();
  if (!source) return undefined;
  const { archive, keyOf } = source;
  const archived =
    (await archive.get(keyOf(...keyParts({ ...request, maxDepth: undefined })))) ??
    (request.maxDepth === undefined ? undefined : await archive.get(keyOf(...keyParts(request))));
  if (!archived) return undefined;
  const loaded = await engine().run('load', { key, bytes: archived.content });
  const { asOf, content } = archived;
  return 'undecodable' in loaded ? undefined : { ...loaded, asOf, content };
}

/** Archives a settled profile that the engine has under `key`, packed, a moment later. */
export function archiveProfile(
  key: string,
  request: ProfileRequest,
  { asOf, ...times }: LoadedProfile & { asOf: number },
): void {
  const source = profileArchive();
  archiveLater().add(async () => {
    const content = (await source) && (await engine().run('pack', { key, times }));
    if (content) await put(source, request, asOf, content);
  });
}

/**
 * Where the past can change, requests an archived profile once more, a moment later. `reload` requests it into the engine
 * under `key`; `onChange` is called when it has changed and is archived.
 */
export function recheckProfile(
  key: string,
  request: ProfileRequest,
  { content }: LoadedFromArchive,
  { reload, onChange }: { reload: () => Promise<LoadedProfile & { asOf: number }>; onChange: () => void },
): void {
  const isCoarserNow = (request.startTime ?? 0) < exactNow() - FIVE_MINUTE_RETENTION_MS;
  if (!env().TRIPTYCH_PAST_CHANGES || isCoarserNow) return;
  const source = profileArchive();
  archiveLater().add(async () => {
    const loaded = await reload();
    const { asOf, ...times } = loaded;
    const now = await engine().run('pack', { key, times });
    if (!now || Buffer.compare(now, content) === 0) return;
    await put(source, request, asOf, now);
    onChange();
  });
}

async function put(
  archive: Promise<SourceArchive | undefined>,
  request: ProfileRequest,
  asOf: number,
  content: Uint8Array,
): Promise<void> {
  const source = await archive;
  await source?.archive.put({ key: source.keyOf(...keyParts(request)), asOf, content });
}
