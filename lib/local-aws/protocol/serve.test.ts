import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type StartedForTest, startForTest } from '../started-for-test';

const PATH = '/profilingGroups/triptych-server/agentProfile';
const TOO_MUCH = 64 * 1024 * 1024 + 1;

let local: StartedForTest;
beforeEach(async () => {
  local = await startForTest({ sample: false });
});
afterEach(() => local.close());

/** Sends the head of a post and waits until the server asks for its body. */
async function startedPost(): Promise<Socket> {
  const { port } = new URL(local.clientConfig.endpoint);
  const socket = connect(Number(port), '127.0.0.1');
  const head = `POST ${PATH} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json`;
  socket.write(`${head}\r\ncontent-length: 100\r\nexpect: 100-continue\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toContain('100 Continue');
  return socket;
}

it('logs nothing when a client leaves in the middle of its body', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const socket = await startedPost();
  const closed = once(socket, 'close');
  socket.end('{"callgraph"');
  socket.destroy();
  await closed;
  await local.stop();
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
  local = await startForTest({ sample: false, folder: local.folder });
});

it.each([
  ['a length said ahead', { 'content-length': TOO_MUCH }],
  ['a length that shows', { 'transfer-encoding': 'chunked' }],
])('answers 413 and closes the connection to a body over 64 MiB with %s', async (_how, headers) => {
  const asked = request(new URL(PATH, local.clientConfig.endpoint), { method: 'POST', headers });
  asked.on('error', () => {});
  if ('transfer-encoding' in headers) asked.write(Buffer.alloc(TOO_MUCH));
  else asked.flushHeaders();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  expect([answer.statusCode, answer.headers.connection]).toEqual([413, 'close']);
  asked.destroy();
});
