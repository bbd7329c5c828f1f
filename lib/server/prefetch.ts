import {
  type DehydratedState,
  dehydrate,
  type QueryClient,
  type QueryExecuteOptions,
} from '@tanstack/react-query';
import { createQueryClient } from '@/lib/queries/query-client';

const MAX_WAIT_MS = 400;
/** How long a page that is being opened waits before it is sent without its data. */
const SHORT_WAIT_MS = 100;
const MAX_STREAMED_WAIT_MS = 5000;

/** Results of `queryOptions`. */
type Prefetchable = { queryKey: readonly unknown[] };

type Streamed = { state: Promise<DehydratedState>; isLate: boolean };

/**
 * Reads a page's first data with option factories that got the server's own fetchers. Returns what arrived
 * within 400 ms for a HydrationBoundary. The browser requests the rest, and what failed, and thereby joins the
 * call that is still running here.
 */
export const prefetch = (
  options: readonly Prefetchable[],
  maxWaitMs: number = MAX_WAIT_MS,
): Promise<DehydratedState> =>
  // The array has only lost the type of each query's data.
  prefetchInTurn((client) => options.map((each) => client.query(each as QueryExecuteOptions)), maxWaitMs);

/** The same where one answer tells what to read next: `read` starts all reading with a client. */
export async function prefetchInTurn(
  read: (client: QueryClient) => readonly Promise<unknown>[],
  maxWaitMs: number = MAX_WAIT_MS,
): Promise<DehydratedState> {
  const client = createQueryClient();
  await settlesWithin(maxWaitMs, Promise.allSettled(read(client)));
  return dehydrate(client);
}

/** Waits for a promise, at most for a time; resolves with whether it has settled. */
async function settlesWithin(maxWaitMs: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), maxWaitMs);
  });
  const hasSettled = await Promise.race([promise.then(() => true), timeout]);
  clearTimeout(timer);
  return hasSettled;
}

/**
 * The same for a page that can't be drawn without its data. While it is being opened, what takes more than 100 ms is
 * streamed after the rest of the page, in the same response, within 5 s.
 */
export async function prefetchStreamed(
  options: readonly Prefetchable[],
  isOpeningPage: boolean,
  shortWaitMs: number = SHORT_WAIT_MS,
  maxWaitMs: number = MAX_STREAMED_WAIT_MS,
): Promise<Streamed> {
  if (!isOpeningPage) return { state: Promise.resolve(await prefetch(options)), isLate: false };
  return streamed(prefetch(options, maxWaitMs), shortWaitMs);
}

/** The first data of a page that is being opened, and whether it takes longer than the page waits to be sent without it. */
export const streamed = async (
  state: Promise<DehydratedState>,
  shortWaitMs: number = SHORT_WAIT_MS,
): Promise<Streamed> => ({ state, isLate: !(await settlesWithin(shortWaitMs, state)) });

/** Whether the browser is opening the page; a page that is already shown stays until its new data arrives. */
export const isOpening = (headers: { get(name: string): string | null }): boolean =>
  headers.get('accept')?.includes('text/html') ?? false;
