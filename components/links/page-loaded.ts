import type { QueryClient } from '@tanstack/react-query';
import { SECOND } from '@/lib/time/duration';

/** One panel asks for what another one has got within this time. */
const QUIET_MS = 400;
/** A page that refreshes itself all the time is taken as it is then. */
const MAX_WAIT_MS = 120 * SECOND;

/** Waits until a page has no more requests on their way. Rejects with the signal's reason when it is aborted. */
export function pageLoaded(client: QueryClient, page: ParentNode, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(quiet);
      clearTimeout(late);
      unsubscribe();
      signal.removeEventListener('abort', leave);
    };
    const done = () => {
      end();
      resolve();
    };
    const leave = () => {
      end();
      reject(signal.reason);
    };
    const wait = () => {
      clearTimeout(quiet);
      quiet = setTimeout(() => (isBusy() ? wait() : done()), QUIET_MS);
    };
    const isBusy = () => client.isFetching() > 0 || page.querySelector('[aria-busy="true"]') !== null;
    const late = setTimeout(done, MAX_WAIT_MS);
    const unsubscribe = client.getQueryCache().subscribe(({ type }) => {
      if (type === 'added' || type === 'updated') wait();
    });
    signal.addEventListener('abort', leave);
    wait();
  });
}
