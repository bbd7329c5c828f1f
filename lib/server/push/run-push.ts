import { Worker } from 'node:worker_threads';
import { ProblemError } from '@/lib/answer/problem';
import type { PushedFile } from '@/lib/profile/view/pushed-file';
import { unknownProblem } from '../aws/problem';
import { ownBuffers } from '../own-buffers';
import { SharedCalls } from '../shared-calls';
import type { PushJob, PushReply } from './messages';

/** A file of 256 MiB takes about a third of this on a busy machine. */
export const MAX_READING_MS = 120_000;
/** Parsed JSON takes about ten times the memory of its text. */
const MAX_HEAP_MIB = 4096;

/**
 * Pushes a file in a worker thread of its own, which ends with it, so that a file of any content blocks nothing. Reading it has a limit
 * of time and memory; posting has its own. Rejects with a ProblemError, or with the signal's reason when it is aborted before anything
 * was posted.
 */
export function runPush(
  job: PushJob,
  signal: AbortSignal,
  maxReadingMs = MAX_READING_MS,
): Promise<PushedFile> {
  const worker = newWorker();
  return new Promise<PushedFile>((resolve, reject) => {
    let isSettled = false;
    /** Only the first end counts: a worker that has replied ends too. */
    const settle = (how: () => void) => {
      if (isSettled) return;
      isSettled = true;
      stopWaiting();
      how();
    };
    const abort = () => settle(() => reject(signal.reason));
    const timeout = setTimeout(() => settle(() => reject(tooSlow(job.file))), maxReadingMs);
    const stopWaiting = () => {
      clearTimeout(timeout);
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort);
    worker.on('message', (message: PushReply) => {
      if ('prepared' in message) {
        stopWaiting();
        return;
      }
      // What was read before lacks the new samples, and perhaps the new group.
      if (hasPosted(message)) SharedCalls.forgetAll();
      if ('pushed' in message) settle(() => resolve(message.pushed));
      else settle(() => reject(problemOf(message, job.file)));
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      settle(() =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge(job.file) : unknownProblem(error)),
      ),
    );
    worker.on('exit', () => settle(() => reject(unknownProblem(new Error('the push worker ended')))));
    if (signal.aborted) abort();
    else worker.postMessage(job, ownBuffers(job.bytes));
  }).finally(() => worker.terminate());
}

/** Next compiles the worker's entry to JavaScript; elsewhere, as in tests, the sources run directly. */
function newWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MAX_HEAP_MIB };
  if (process.env.NEXT_RUNTIME)
    return new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits });
  return new Worker(new URL(import.meta.url.replace(/[^/]*$/, 'worker-from-source.mjs')), {
    execArgv: [],
    resourceLimits,
  });
}

type End = Exclude<PushReply, { prepared: true }>;

const hasPosted = (end: End) => 'pushed' in end || ('hasPosted' in end && end.hasPosted);

function problemOf(end: Exclude<End, { pushed: PushedFile }>, file: string): ProblemError {
  if ('refused' in end) return refused(end.refused);
  if ('failure' in end) return unknownProblem(end.failure);
  return new ProblemError({
    code: 'LocalAwsUnavailable',
    message: end.hasPosted
      ? `${file} may have been pushed in part. ${end.unanswered}`
      : `${file} was not pushed. ${end.unanswered}`,
    status: 502,
    retryable: !end.hasPosted,
  });
}

const refused = (message: string) =>
  new ProblemError({ code: 'FileRefused', message, status: 422, retryable: false });

const tooSlow = (file: string) =>
  refused(`${file} can't be pushed. Reading it took longer than ${MAX_READING_MS / 1000} seconds.`);

const tooLarge = (file: string) =>
  refused(
    `${file} can't be pushed. Reading it takes more memory than the dashboard may use. Push a shorter profile.`,
  );
