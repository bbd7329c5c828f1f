import { once } from 'node:events';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { NotAnswered } from '@/lib/push/local-aws';
import { LocalAwsFailed } from '@/lib/push/local-aws-failed';
import { postPush } from '@/lib/push/post-push';
import { preparePush } from '@/lib/push/prepare-push';
import { PushRefused } from '@/lib/push/push-refused';
import type { FailedPush, PushEnd, PushJob, PushReply } from './messages';

/** The worker's entry: pushes one file. */
parentPort?.once('message', async (job: PushJob) => reply(await push(job)));

const reply = (message: PushReply) => parentPort?.postMessage(message);

async function push({ bytes, file, group, endpoint, now }: PushJob): Promise<PushEnd> {
  try {
    const prepared = preparePush({ bytes, file, options: {}, surface: 'browser' }, now);
    reply({ isPrepared: true });
    // The next message is a PushPermission.
    await once(parentPort as MessagePort, 'message');
    return { pushed: await postPush(endpoint, group, prepared) };
  } catch (error) {
    return failedPush(error);
  }
}

function failedPush(error: unknown): FailedPush {
  if (error instanceof PushRefused) return { refused: error.message, hasPosted: error.hasPosted };
  if (error instanceof NotAnswered) return { unanswered: error.message, hasPosted: error.hasPosted };
  if (error instanceof LocalAwsFailed) {
    const { message, isBusy, hasPosted, cause } = error;
    return { failed: message, isBusy, hasPosted, detail: stackOf(cause) };
  }
  return { failure: stackOf(error) };
}

const stackOf = (error: unknown) => (error as Error).stack ?? String(error);
