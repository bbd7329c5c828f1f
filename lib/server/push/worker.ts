import { parentPort } from 'node:worker_threads';
import { postPush } from '@/lib/push/post-push';
import { type PreparedPush, preparePush } from '@/lib/push/prepare-push';
import { PushRefused } from '@/lib/push/push-refused';
import type { PushJob, PushReply } from './messages';

/** The worker's entry: pushes one file. */
parentPort?.once('message', async (job: PushJob) => reply(await push(job)));

const reply = (message: PushReply) => parentPort?.postMessage(message);

async function push({ bytes, file, group, endpoint, now }: PushJob): Promise<PushReply> {
  let prepared: PreparedPush;
  try {
    prepared = preparePush({ bytes, file, options: {} }, now);
  } catch (error) {
    return error instanceof PushRefused
      ? { refused: error.message }
      : { failure: (error as Error).stack ?? String(error) };
  }
  reply({ prepared: true });
  return postPush(endpoint, group, prepared).then(
    (pushed) => ({ pushed }),
    (error: Error) =>
      error instanceof PushRefused ? { refused: error.message } : { unanswered: error.message },
  );
}
