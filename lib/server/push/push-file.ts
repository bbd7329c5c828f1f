import { ProblemError } from '@/lib/answer/problem';
import { MAX_FILE_BYTES } from '@/lib/profile/import/unzip';
import type { PushedFile } from '@/lib/profile/view/pushed-file';
import { exactNow } from '../clock';
import { bodyBytes } from '../http/body-bytes';
import { processWide } from '../process-wide';
import { localAws } from './local-mode';
import { runPush } from './run-push';

/** Each takes several times the memory of its file. */
const MAX_PUSHES = 2;
const RETRY_AFTER_SECONDS = 5;
const MAX_UPLOAD_MS = 120_000;

/**
 * Pushes the file in a request's body to a profiling group of local-aws, which is created if necessary. Rejects with a ProblemError:
 * 403 against AWS, 413 for too large a file, 422 for one that can't be read.
 */
export async function pushFile(
  { file, group }: { file: string; group: string },
  request: Request,
): Promise<PushedFile> {
  const endpoint = localAws();
  const running = processWide('pushes', () => ({ count: 0 }));
  if (running.count >= MAX_PUSHES) throw busy();
  running.count += 1;
  try {
    const bytes = await bodyBytes(request, { maxBytes: MAX_FILE_BYTES, maxMs: MAX_UPLOAD_MS });
    return await runPush({ bytes, file, group, endpoint, now: exactNow() }, request.signal);
  } finally {
    running.count -= 1;
  }
}

const busy = () =>
  new ProblemError({
    code: 'TooManyPushes',
    message: `Other files are being pushed. Try again in ${RETRY_AFTER_SECONDS} seconds.`,
    status: 429,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    retryable: true,
  });
