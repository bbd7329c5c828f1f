import { once } from 'node:events';
import { createServer } from 'node:http';
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
  /** Serves the admin path that sets the clock and injects faults. */
  admin: boolean;
};

export type LocalAws = { url: string; world: World; close(): Promise<void> };

const LOOPBACK = '127.0.0.1';

/** Starts all services on one port. Rejects when the port is in use (EADDRINUSE). */
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
    server.listen(options.port, host);
    await once(server, 'listening');
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
