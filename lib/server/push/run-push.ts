import type { Worker } from 'node:worker_threads';
import type { ProblemError } from '@/lib/answer/problem';
import type { PushedFile } from '@/lib/profile/view/pushed-file';
import { unknownProblem } from '../aws/problem';
import { ownBuffers } from '../own-buffers';
import { SharedCalls } from '../shared-calls';
import type { PushJob, PushPermission, PushReply } from './messages';
import { fileRefused, pushProblem, uncertainPush } from './push-problem';
import { startPushWorker } from './push-worker';

/** A file of 256 MiB takes about a third of this on a busy machine. */
export const MAX_READING_MS = 120_000;

/**
 * Pushes a file in a worker thread of its own, which ends with it, so that a file of any content blocks nothing. Reading it has a limit
 * of time and memory; posting has its own. Rejects with a ProblemError, or with the signal's reason when it is aborted before anything
 * was posted.
 */
export function runPush(
  job: PushJob,
  signal: AbortSignal,
  {
    maxReadingMs = MAX_READING_MS,
    worker = startPushWorker(),
  }: { maxReadingMs?: number; worker?: Worker } = {},
): Promise<PushedFile> {
  return new Promise<PushedFile>((resolve, reject) => {
    let isPosting = false;
    let isSettled = false;
    /** Only the first end counts: a worker that has replied ends too. Cached answers may lack the new samples and group. */
    const settle = (mayHavePosted: boolean, how: () => void) => {
      if (isSettled) return;
      isSettled = true;
      stopWaiting();
      if (mayHavePosted) SharedCalls.forgetGroup(job.group);
      how();
    };
    const fail = (error: unknown) =>
      settle(isPosting, () =>
        reject(isPosting ? uncertainPush(job.file, error) : readingProblem(job.file, error)),
      );
    const abort = () => settle(false, () => reject(signal.reason));
    const timeout = setTimeout(() => settle(false, () => reject(tooSlow(job.file))), maxReadingMs);
    const stopWaiting = () => {
      clearTimeout(timeout);
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort);
    worker.on('message', (message: PushReply) => {
      if ('isPrepared' in message) {
        if (isSettled) return;
        isPosting = true;
        stopWaiting();
        worker.postMessage({ mayPost: true } satisfies PushPermission);
      } else if ('pushed' in message) settle(true, () => resolve(message.pushed));
      else if ('failure' in message) fail(message.failure);
      else settle(message.hasPosted, () => reject(pushProblem(message)));
    });
    let cause: unknown = new Error('the push worker ended');
    worker.on('error', (error) => {
      cause = error;
    });
    // Not at the error, which may come before messages that were sent earlier: only the exit comes after all of them.
    worker.on('exit', () => fail(cause));
    if (signal.aborted) abort();
    else worker.postMessage(job, ownBuffers(job.bytes));
  }).finally(() => worker.terminate());
}

/** An unforeseen end before anything was posted. */
function readingProblem(file: string, error: unknown): ProblemError {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge(file) : unknownProblem(error);
}

const tooSlow = (file: string) =>
  fileRefused(`${file} can't be pushed. Reading it took longer than ${MAX_READING_MS / 1000} seconds.`);

const tooLarge = (file: string) =>
  fileRefused(
    `${file} can't be pushed. Reading it takes more memory than the dashboard may use. Push a shorter profile.`,
  );
