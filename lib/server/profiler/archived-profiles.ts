import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { archiveLater } from '../archive/archive-later';
import { archiveFor } from '../archive/open-archive';
import { env } from '../env';
import { engine } from './engine/engine';
import type { LoadedProfile } from './engine/messages';

const profileArchive = () => archiveFor(env().AWS_ENDPOINT_URL_CODEGURUPROFILER);

/** The part of a request that decides its answer once its range is settled. */
const keyParts = ({ group, startTime, endTime, period, maxDepth }: ProfileRequest) =>
  ['profile', group, startTime, endTime, period, maxDepth] as const;

/**
 * Loads a settled profile from the archive into the engine under `key`: the whole tree if it is there, else the one that
 * AWS cut at the requested depth. Undefined when neither is archived.
 */
export async function loadArchived(
  key: string,
  request: ProfileRequest,
): Promise<(LoadedProfile & { asOf: number }) | undefined> {
  const source = await profileArchive();
  if (!source) return undefined;
  const { archive, keyOf } = source;
  const archived =
    (await archive.get(keyOf(...keyParts({ ...request, maxDepth: undefined })))) ??
    (request.maxDepth === undefined ? undefined : await archive.get(keyOf(...keyParts(request))));
  if (!archived) return undefined;
  const loaded = await engine().run('load', { key, bytes: archived.content });
  return 'undecodable' in loaded ? undefined : { ...loaded, asOf: archived.asOf };
}

/** Archives a settled profile that the engine has under `key`, packed, a moment later. */
export async function archiveProfile(
  key: string,
  request: ProfileRequest,
  { asOf, ...times }: LoadedProfile & { asOf: number },
): Promise<void> {
  const source = await profileArchive();
  if (!source) return;
  archiveLater().add(async () => {
    const content = await engine().run('pack', { key, times });
    if (content) await source.archive.put({ key: source.keyOf(...keyParts(request)), asOf, content });
  });
}
