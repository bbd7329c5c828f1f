import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ProblemError } from '@/lib/answer/problem';
import { processWide } from '../process-wide';
import { pointAt } from '../test-support';
import { pushFile } from './push-file';

const MAX_IDLE_MS = 20;

/** Answers a push as the route does, with a short limit. */
const server = createServer((incoming, outgoing) => {
  const body = Readable.toWeb(incoming) as ReadableStream;
  const request = new Request('http://127.0.0.1/', { method: 'POST', body, ...{ duplex: 'half' } });
  pushFile({ file: 'app.folded', group: 'shop' }, request, MAX_IDLE_MS).catch(({ problem }: ProblemError) => {
    outgoing.writeHead(problem.status, { connection: 'close' });
    outgoing.end(problem.message);
  });
});

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
beforeEach(() => pointAt('http://127.0.0.1:1', { TRIPTYCH_LOCAL_AWS: 'http://127.0.0.1:1' }));
afterEach(() => {
  delete process.env.TRIPTYCH_LOCAL_AWS;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends the start of a body that never ends, and returns the answer. */
async function sentInPart(start: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 1000000\r\n\r\n${start}`);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const slots = () => processWide('pushes', () => ({ count: 0 })).count;

it('ends when its sender stops, and makes room for others', async () => {
  const answers = await Promise.all([sentInPart('main 1\n'), sentInPart('')]);
  for (const answer of answers) {
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('No data arrived for 0.02 seconds. Check the connection and try again.');
  }
  expect(slots()).toBe(0);
});

it('is refused for its format before the rest is sent', async () => {
  const answer = await sentInPart('FLR\0\0');
  expect(answer).toMatch(/^HTTP\/1\.1 422 /);
  expect(answer).toMatch(/app\.folded can't be pushed\. It is a Java Flight Recorder file\. .*jfrconv/);
  expect(slots()).toBe(0);
});
