import { once } from 'node:events';
import { connect, createServer } from 'node:net';

const TRIES = 50;

/** Whether a port of 127.0.0.1 can be listened on now. */
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

/** The first free port at or after `port`. */
export async function nextFreePort(port: number): Promise<number> {
  for (let candidate = port; candidate < port + TRIES; candidate++)
    if (await isFree(candidate)) return candidate;
  throw new Error(`No port from ${port} to ${port + TRIES - 1} is free.`);
}

/** Resolves once something listens on the port; rejects when nothing does within `limitMs`. */
export async function listening(port: number, limitMs: number, signal: AbortSignal): Promise<void> {
  const end = performance.now() + limitMs;
  while (performance.now() < end && !signal.aborted) {
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing listens on port ${port} after ${limitMs / 1000} s.`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
