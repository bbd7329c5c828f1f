import { CallLimit } from '@/lib/answer/call-limit';
import { REAL_TIMING, type Timing } from '../../aws/timing';
import { tryAgain } from '../../aws/try-again';
import { processWide } from '../../process-wide';
import { fetchRunsPage, type WireRunsPage } from '../get-canary-runs';
import type { RunsKind } from './runs-kind';

/**
 * Maximum number of requests for older pages at a time, of all canaries and viewers together: the rest of those that may be made at a
 * time is for the newest pages, without which a page shows nothing.
 */
const MAX_OLDER_CALLS = 8;
const MAX_WAITING = 2000;
/** The largest that AWS allows. */
const PAGE_SIZE = 100;

const older = () => processWide('older canary runs limit', () => new CallLimit(MAX_OLDER_CALLS, MAX_WAITING));

/** Reads a page when it is its turn, again after a temporary problem. Without a token it is the newest page. */
export function readRunsPage(
  name: string,
  kind: RunsKind,
  nextToken: string | undefined,
  signal: AbortSignal,
  timing: Timing = REAL_TIMING,
): Promise<WireRunsPage> {
  const call = () => fetchRunsPage({ name, ...kind, maxResults: PAGE_SIZE, nextToken }, signal);
  return tryAgain(() => (nextToken === undefined ? call() : older().run(call, signal)), timing, signal);
}
