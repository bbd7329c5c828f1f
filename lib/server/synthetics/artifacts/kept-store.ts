import type { ArtifactsRequest } from '@/lib/canary/artifacts/run-artifacts';
import { exactNow } from '../../clock';
import { notKept } from '../../links/link-problems';
import { currentRecording, keptLink } from '../../links/link-scope';
import type { ArtifactStore } from './artifact-store';

const keyOf = ({ name, location }: ArtifactsRequest) => [name, location] as const;

/** What a shared link keeps of the files of a run. */
type KeptList = { isCut: boolean; files?: { name: string; size: number | undefined }[] };

/** The artifacts of a run that the shown link keeps; undefined if none is shown. */
export function keptStore(request: ArtifactsRequest): ArtifactStore | undefined {
  const link = keptLink();
  if (!link) return undefined;
  const key = keyOf(request);
  return {
    isLocal: false,
    list: async () => {
      const { files, isCut } = (await link.answer('artifacts', JSON.stringify(key))) as KeptList;
      return files && { files: files.map(({ name, size }) => ({ name, bytes: async () => size })), isCut };
    },
    read: async (file) => {
      const blob = await link.blob(['artifact', ...key, file]);
      if (!blob) throw notKept();
      return blob.content;
    },
  };
}

/** Artifacts of which the link that is being made, if there is one, keeps what is read. */
export function recordedStore(request: ArtifactsRequest, store: ArtifactStore): ArtifactStore {
  const recording = currentRecording();
  if (!recording) return store;
  const key = keyOf(request);
  return {
    isLocal: store.isLocal,
    list: async () => {
      const found = await store.list();
      recording.addAnswer('artifacts', JSON.stringify(key), await listOf(found));
      return found;
    },
    read: async (file, maxBytes) => {
      const content = await store.read(file, maxBytes);
      await recording.put(['artifact', ...key, file], async () => ({
        asOf: exactNow(),
        content,
        isCompact: true,
      }));
      return content;
    },
  };
}

async function listOf(found: Awaited<ReturnType<ArtifactStore['list']>>): Promise<KeptList> {
  if (!found) return { isCut: false };
  const files = await Promise.all(
    found.files.map(async ({ name, bytes }) => ({ name, size: await bytes() })),
  );
  return { isCut: found.isCut, files };
}
