import { once } from 'node:events';
import { connect, createServer } from 'node:net';

const MAX_TRIES = 50;

/** Whether a port of 127.0.0.1 is free. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/** Returns the first free port at or after `port`. */
export async function nextFreePort(port: number): Promise<number> {
  for (let candidate = port; candidate < port + MAX_TRIES; candidate++)
    if (await isFree(candidate)) return candidate;
  throw new Error(`No port from ${port} to ${port + MAX_TRIES - 1} is free.`);
}

/** Resolves once something listens on the port; rejects after `timeoutMs`. */
export async function waitForPort(port: number, timeoutMs: number, signal: AbortSignal): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (performance.now() < end && !signal.aborted) {
    if (await isListening(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing listens on port ${port} after ${timeoutMs / 1000} seconds.`);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
