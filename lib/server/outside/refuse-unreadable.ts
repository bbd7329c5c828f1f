import type { Socket } from 'node:net';
import { eachServer } from './each-server';

type Refusal = { status: string; sentence: string };

const REFUSALS: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    sentence: 'The address and the headers of this request are too long: at most 16 KiB together.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    sentence: 'The request did not arrive in time.',
  },
};

const UNREADABLE: Refusal = { status: '400 Bad Request', sentence: 'This request can’t be read.' };

/** Answers requests that can't even be parsed with a sentence. Node itself answers with a status alone. */
export function refuseUnreadable(): void {
  eachServer((server) =>
    server.on('clientError', (error: NodeJS.ErrnoException, socket) => answer(error.code, socket as Socket)),
  );
}

function answer(code: string | undefined, socket: Socket): void {
  // Something was answered already, or nobody is there to read it.
  if (code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) return void socket.destroy();
  const { status, sentence } = REFUSALS[code ?? ''] ?? UNREADABLE;
  const body = Buffer.from(`${sentence}\n`);
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      'content-type: text/plain; charset=utf-8',
      `content-length: ${body.length}`,
      'cache-control: private, no-store',
      "content-security-policy: default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options: nosniff',
      'connection: close',
      '',
      body.toString(),
    ].join('\r\n'),
  );
  // A client that never closes would keep the connection.
  socket.destroySoon();
}
