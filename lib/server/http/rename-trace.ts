import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Lets TRACE requests reach the proxy, which refuses them with a 405. Next builds a `Request` from each message
 * before that, and its constructor throws for TRACE, a 500; it accepts any unknown method.
 */
export function renameTrace(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.method === 'TRACE') request.method = 'X-TRACE';
  });
}
