import { fileOf } from '@/lib/profile/graph/frame-names/package-of-path';
import { MAX_POST } from '@/lib/profile/import/posts/post-limits';
import { splitPosts } from '@/lib/profile/import/posts/split-posts';
import { stateSamples } from '@/lib/profile/tree/states';
import { deepestOf } from '@/lib/profile/view/indexed-tree';
import type { PushedFile } from '@/lib/profile/view/pushed-file';
import { PostFailed, postParts } from './post-profiles';
import type { PreparedPush } from './prepare-push';
import { pushError } from './push-error';
import { windowOf } from './push-time';

/**
 * Posts a prepared file to a profiling group, which it creates if necessary. Rejects with PushRefused when a post is not accepted, with
 * NotAnswered when local-aws doesn't answer, and with LocalAwsFailed when it fails or is busy.
 */
export async function postPush(endpoint: string, group: string, prepared: PreparedPush): Promise<PushedFile> {
  const { tree, span, sampleWeights, file, format, listedAt, notes } = prepared;
  const envelope = { start: span.from, end: span.to, sampleWeights };
  const parts = splitPosts(tree, MAX_POST);
  const { postCount, isNewGroup } = await postParts(endpoint, group, parts, envelope).catch(
    (error: Error) => {
      throw error instanceof PostFailed ? pushError(error, { file, group }) : error;
    },
  );
  return {
    ...{ file: fileOf(file), format, group, isNewGroup, postCount, notes },
    samples: stateSamples(tree),
    frameCount: tree.name.length - 1,
    functionCount: new Set(tree.name).size - 1,
    depth: deepestOf(tree),
    window: windowOf(span),
    ...(listedAt !== undefined && { listedAt }),
  };
}
