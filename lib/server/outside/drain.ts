import { setTimeout as wait } from 'node:timers/promises';
import { SECOND } from '@/lib/time/duration';
import { archiveLater } from '../archive/archive-later';
import { setDraining } from '../draining';
import { log } from '../log/log';
import { runningRequests } from './watch-requests';

/** Maximum time for requests that run when the server is told to stop, and then for answers that are still to be archived. */
const LIMITS = { maxRequestsMs: 10 * SECOND, maxFlushMs: 5 * SECOND };

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Ends the process well when it is told to stop: running requests end and archived answers are written, then it exits with 0. A second
 * signal ends it at once. Replaces Next's own listeners, which close the port at first and exit with another status.
 */
export function drainOnSignals(): void {
  let isEnding = false;
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (isEnding) process.exit(1);
      isEnding = true;
      void drain().finally(() => process.exit(0));
    });
  }
}

/** Resolves when nothing runs any more that somebody waits for, or its time is over. */
export async function drain({ maxRequestsMs, maxFlushMs } = LIMITS): Promise<void> {
  setDraining(true);
  log.info('stopping: running requests end first');
  if (!(await endsWithin(runningRequests().idle(), maxRequestsMs)))
    log.warn('stopping: some requests did not end in time');
  const start = performance.now();
  if (!(await endsWithin(archiveLater().flush(), maxFlushMs)))
    log.warn('stopping: some answers were not archived in time');
  // Requests that came meanwhile, within the same time.
  await endsWithin(runningRequests().idle(), Math.max(0, start + maxFlushMs - performance.now()));
  log.info('stopped');
}

const endsWithin = (work: Promise<void>, maxMs: number): Promise<boolean> =>
  Promise.race([work.then(() => true), wait(maxMs, false, { ref: false })]);
