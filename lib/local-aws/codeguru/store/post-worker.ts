import { parentPort } from 'node:worker_threads';
import { UndecodableProfile, UnreadableBytes } from '@/lib/profile/codec/decode';
import type { PostLimits } from '@/lib/profile/import/posts/post-limits';
import { type PreparedPost, preparePost } from './prepare-post';

export type Job = { body: Uint8Array; limits: PostLimits };

/** `unreadable` and `undecodable` are the agent's fault. */
export type Done =
  | { prepared: PreparedPost }
  | { failure: 'unreadable' | 'undecodable' | 'unexpected'; message: string };

/** Entry of a worker thread: sends `ready`, then prepares a post for each message. */
parentPort?.on('message', async ({ body, limits }: Job) => {
  parentPort?.postMessage(
    await preparePost(body, limits).then(
      (prepared): Done => ({ prepared }),
      (error: Error): Done => ({ failure: failureOf(error), message: error.message }),
    ),
  );
});
parentPort?.postMessage('ready');

function failureOf(error: Error) {
  if (error instanceof UnreadableBytes) return 'unreadable';
  return error instanceof UndecodableProfile ? 'undecodable' : 'unexpected';
}
