import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { archiveLater } from '../archive/archive-later';
import { archiveFor, isArchiving } from '../archive/open-archive';
import { env } from '../env';
import { currentRecording } from '../links/link-scope';
import { ownBuffers } from '../own-buffers';
import { engine } from './engine/engine';
import type { LoadedProfile } from './engine/messages';

/** The archive of CodeGuru Profiler's answers. */
export const profileArchive = () => archiveFor(env().AWS_ENDPOINT_URL_CODEGURUPROFILER);

/** What decides the answer to a request whose range is settled. */
export const profileKey = ({ group, startTime, endTime, period, maxDepth }: ProfileRequest) =>
  ['profile', group, startTime, endTime, period, maxDepth] as const;

/**
 * Loads a settled profile from the archive into the engine under `key`: the whole tree, or else the one that AWS cut at
 * the requested depth. Undefined when neither is archived.
 */
export async function loadArchived(
  key: string,
  request: ProfileRequest,
): Promise<(LoadedProfile & { asOf: number }) | undefined> {
  const source = await profileArchive();
  if (!source) return undefined;
  const archived =
    (await source.get(profileKey({ ...request, maxDepth: undefined }))) ??
    (request.maxDepth === undefined ? undefined : await source.get(profileKey(request)));
  if (!archived) return undefined;
  const { content: bytes } = archived;
  const loaded = await engine().run('load', { key, bytes }, ownBuffers(bytes));
  return 'undecodable' in loaded ? undefined : { ...loaded, asOf: archived.asOf };
}

/** Keeps a profile that the engine has under `key`, in columns, for the link that is being made, if there is one. */
export async function recordProfile(
  key: string,
  request: ProfileRequest,
  { asOf, ...times }: LoadedProfile & { asOf: number },
): Promise<void> {
  await currentRecording()?.put(profileKey(request), async () => {
    const content = await engine().run('pack', { key, times });
    return content && { asOf, content, isCompact: true };
  });
}

/** Archives a settled profile, in columns, that the engine has under `key`. This happens later and never fails the caller. */
export function archiveProfile(
  key: string,
  request: ProfileRequest,
  { asOf, ...times }: LoadedProfile & { asOf: number },
): void {
  if (!isArchiving()) return;
  const opening = profileArchive();
  archiveLater().add(async () => {
    const source = await opening;
    const content = source && (await engine().run('pack', { key, times }));
    if (content) await source.put(profileKey(request), { asOf, content, isCompact: true });
  });
}
