import { MAX_POST } from '@/lib/profile/import/post-limits';
import { splitPosts } from '@/lib/profile/import/split-posts';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { type StateSamples, sortStates } from '@/lib/profile/tree/states';
import { deepestOf } from '@/lib/profile/view/indexed-tree';
import type { PushedFile } from '@/lib/profile/view/pushed-file';
import { NotAnswered } from './local-aws';
import { ensureGroup, PostFailed, postParts, removeGroup } from './post-profiles';
import type { PreparedPush } from './prepare-push';
import { PushRefused } from './push-refused';
import { windowOf } from './push-time';

/**
 * Posts a prepared file to a profiling group, which it creates if necessary. Rejects with PushRefused when a post is not accepted
 * and with NotAnswered when local-aws doesn't answer; a new group without any post is then deleted again.
 */
export async function postPush(endpoint: string, group: string, prepared: PreparedPush): Promise<PushedFile> {
  const { tree, span, sampleWeights, file, format, notes } = prepared;
  const isNewGroup = await ensureGroup(endpoint, group);
  const envelope = { start: span.from, end: span.to, sampleWeights };
  const postCount = await postParts(endpoint, group, splitPosts(tree, MAX_POST), envelope).catch(
    async (error: Error) => {
      if (!(error instanceof PostFailed)) throw error;
      const hasPosted = error.acceptedCount > 0;
      if (isNewGroup && !hasPosted) await removeGroup(endpoint, group);
      // The post without an answer may have been accepted.
      if (error.cause instanceof NotAnswered) throw new NotAnswered(error.message, true);
      throw new PushRefused(file, sentenceOf(error.message), hasPosted);
    },
  );
  return {
    ...{ file: nameOf(file), format, group, isNewGroup, postCount, notes },
    samples: samplesByState(tree),
    frameCount: tree.name.length - 1,
    functionCount: new Set(tree.name).size - 1,
    depth: deepestOf(tree),
    window: windowOf(span),
  };
}

/** Without the name of the field that the server puts in front. */
const sentenceOf = (message: string) =>
  message.replace(/^agentProfile: (.)/, (_field, first: string) => first.toUpperCase());

const samplesByState = ({ states, total }: CallTree): StateSamples[] =>
  sortStates(states).map((state) => ({ state, samples: total[states.indexOf(state)]?.[0] ?? 0 }));

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;
