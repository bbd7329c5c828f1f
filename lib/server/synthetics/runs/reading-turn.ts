import { CallLimit } from '@/lib/answer/call-limit';
import { processWide } from '../../process-wide';

/** Maximum number of canaries whose older runs are read for lists at a time, because all runs of each are in memory meanwhile. */
export const MAX_READING_TOGETHER = 12;

const limit = () => processWide('canary reading turns', () => new CallLimit(MAX_READING_TOGETHER));

/**
 * Waits for a turn to read older runs, and resolves with a function that ends it; with undefined if `interrupted` is aborted
 * before. Rejects with the reason of `signal` when that is aborted.
 */
export function readingTurn(
  signal: AbortSignal,
  interrupted: AbortSignal,
): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const turn = () => new Promise<void>((end) => resolve(end));
    limit()
      .run(turn, AbortSignal.any([signal, interrupted]))
      .catch(() => (signal.aborted ? reject(signal.reason) : resolve(undefined)));
  });
}
