import { ProblemError } from '@/lib/answer/problem';
import { foreignFormat } from '@/lib/profile/import/foreign-formats';
import { isTooLarge } from '@/lib/profile/import/refusals';
import { MAX_FILE_BYTES } from '@/lib/profile/import/unzip';
import type { PushedFile } from '@/lib/profile/view/pushed-file';
import { PushRefused } from '@/lib/push/push-refused';
import { exactNow } from '../clock';
import { bodyBytes } from '../http/body-bytes';
import { processWide } from '../process-wide';
import { localAws } from './local-mode';
import { fileRefused } from './push-problem';
import { runPush } from './run-push';

/** Each takes several times the memory of its file. */
const MAX_PUSHES = 2;
const RETRY_AFTER_SECONDS = 5;
const MAX_UPLOAD_MS = 120_000;

type Push = { file: string; group: string };

/**
 * Pushes the file in a request's body to a profiling group of local-aws, which is created if necessary. Rejects with a ProblemError:
 * 403 against AWS, 413 for too large a file, 422 for one that can't be read.
 */
export async function pushFile(
  { file, group }: Push,
  request: Request,
  maxIdleMs?: number,
): Promise<PushedFile> {
  const endpoint = localAws();
  const running = processWide('pushes', () => ({ count: 0 }));
  if (running.count >= MAX_PUSHES) throw busy();
  running.count += 1;
  try {
    const bytes = await bodyBytes(request, {
      ...{ maxBytes: MAX_FILE_BYTES, maxMs: MAX_UPLOAD_MS, ...(maxIdleMs !== undefined && { maxIdleMs }) },
      checkStart: (start) => refuseOtherFormat(file, start),
      tooLargeText: new PushRefused(file, isTooLarge(MAX_FILE_BYTES)).message,
    });
    return await runPush({ bytes, file, group, endpoint, now: exactNow() }, request.signal);
  } finally {
    running.count -= 1;
  }
}

/** Refuses a file of a format that is recognized but not read before the rest of it is uploaded. */
function refuseOtherFormat(file: string, start: Uint8Array): void {
  const sentence = foreignFormat(start);
  if (sentence !== undefined) throw fileRefused(`${file} can't be pushed. ${sentence}`);
}

const busy = () =>
  new ProblemError({
    code: 'TooManyPushes',
    message: `Other files are being pushed. Try again in ${RETRY_AFTER_SECONDS} seconds.`,
    status: 429,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    retryable: true,
  });
