import { CallLimit } from '@/lib/answer/call-limit';
import { REAL_TIMING, type Timing } from '../../aws/timing';
import { tryAgain } from '../../aws/try-again';
import { processWide } from '../../process-wide';
import { fetchRunsPage, type WireRunsPage } from '../get-canary-runs';
import type { RunsKind } from './runs-kind';

/** Maximum number of requests for runs at a time, of all canaries and viewers together. */
const MAX_CALLS = 10;
/** Maximum for older pages: the rest is for the newest ones, without which a page shows nothing. */
const MAX_OLDER_CALLS = 8;
const MAX_WAITING = 2000;
/** The largest that AWS allows. */
const PAGE_SIZE = 100;

type Limits = { all: CallLimit; older: CallLimit };

const limits = (): Limits =>
  processWide('canary runs limit', () => ({
    all: new CallLimit(MAX_CALLS, MAX_WAITING),
    older: new CallLimit(MAX_OLDER_CALLS, MAX_WAITING),
  }));

/** Reads a page when it is its turn, again after a temporary problem. Without a token it is the newest page. */
export function readRunsPage(
  name: string,
  kind: RunsKind,
  nextToken: string | undefined,
  signal: AbortSignal,
  timing: Timing = REAL_TIMING,
): Promise<WireRunsPage> {
  const { all, older } = limits();
  const call = () =>
    all.run(() => fetchRunsPage({ name, ...kind, maxResults: PAGE_SIZE, nextToken }, signal), signal);
  return tryAgain(() => (nextToken === undefined ? call() : older.run(call, signal)), timing, signal);
}
