import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ADMIN_PATH, serveAdmin } from './admin';
import { refusalFor } from './protocol/origin-guard';
import { createListener, sendError } from './protocol/serve';
import { services } from './services';
import { openWorld, type World, type WorldOptions } from './world';

export type LocalAwsOptions = WorldOptions & {
  /** Address to listen on; loopback by default. */
  host?: string;
  /** 0 for any free port. */
  port: number;
  /** Takes the next free port when `port` is in use. */
  orNext?: boolean;
  /** Serves the admin path that sets the clock and injects faults. */
  admin: boolean;
};

export type LocalAws = { url: string; world: World; close(): Promise<void> };

const LOOPBACK = '127.0.0.1';
const MAX_PORTS = 50;

/** Starts all services on one port. Rejects when the port is in use (EADDRINUSE), with `orNext` when the next ones are too. */
export async function startLocalAws(options: LocalAwsOptions): Promise<LocalAws> {
  const world = await openWorld(options);
  const listener = createListener(services, world);
  const { host = LOOPBACK } = options;
  const hosts = host === LOOPBACK ? 'loopback' : 'any';
  const server = createServer((request, response) => {
    const refusal = refusalFor(request.headers, hosts);
    if (refusal) sendError(response, refusal, 'message');
    else if (options.admin && request.url?.startsWith(ADMIN_PATH)) void serveAdmin(request, response, world);
    else void listener(request, response);
  });
  try {
    await listen(server, options.port, options.orNext ? options.port + MAX_PORTS - 1 : options.port, host);
  } catch (error) {
    await world.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    world,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await world.close();
    },
  };
}

/** Listens on the first port that is free. To look for one before would leave time in which another process takes it. */
async function listen(server: Server, port: number, lastPort: number, host: string): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= lastPort) throw error;
    await listen(server, port + 1, lastPort, host);
  }
}
