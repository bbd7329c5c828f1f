import { once } from 'node:events';
import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';
const MAX_TRIES = 50;

/**
 * A request that the dashboard refuses. Its answer loads the code that all its routes share, which would block the first
 * visitor's requests for 50 ms.
 */
const REFUSED_PATH = '/api/profiling-groups/%20/profile';

/** Whether a port of an address is free. */
export async function isFree(port: number, host = LOOPBACK): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/** Returns the first free port at or after `port`. */
export async function nextFreePort(port: number, host?: string): Promise<number> {
  for (let candidate = port; candidate < port + MAX_TRIES; candidate++)
    if (await isFree(candidate, host)) return candidate;
  throw new Error(`No port from ${port} to ${port + MAX_TRIES - 1} is free.`);
}

/**
 * Resolves once a server at an address answers requests, which it does only after its own checks: it listens before them. Rejects after
 * `timeoutMs`.
 */
export async function waitForAnswer(url: string, timeoutMs: number, signal: AbortSignal): Promise<void> {
  const end = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  while (!end.aborted) {
    if (await isAnswering(url, end)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answers at ${url} after ${timeoutMs / 1000} seconds.`);
}

const isAnswering = (url: string, signal: AbortSignal): Promise<boolean> =>
  fetch(url + REFUSED_PATH, { signal }).then(
    async (response) => {
      await response.body?.cancel();
      return true;
    },
    () => false,
  );
