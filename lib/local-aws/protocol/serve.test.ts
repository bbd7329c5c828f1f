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

/** Sends the head of a POST and waits until the server asks for the body. */
async function startedPost(): Promise<Socket> {
  const { port } = new URL(local.clientConfig.endpoint);
  const socket = connect(Number(port), '127.0.0.1');
  const head = `POST ${PATH} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json`;
  socket.write(`${head}\r\ncontent-length: 100\r\nexpect: 100-continue\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toContain('100 Continue');
  return socket;
}

it('logs nothing when a client disconnects while it sends the body', async () => {
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
  ['a declared length', { 'content-length': TOO_MUCH }],
  ['an undeclared length', { 'transfer-encoding': 'chunked' }],
])('answers 413 and closes the connection for a body over 64 MiB with %s', async (_how, headers) => {
  const post = request(new URL(PATH, local.clientConfig.endpoint), { method: 'POST', headers });
  post.on('error', () => {});
  if ('transfer-encoding' in headers) post.write(Buffer.alloc(TOO_MUCH));
  else post.flushHeaders();
  const [answer] = (await once(post, 'response')) as [IncomingMessage];
  answer.resume();
  expect([answer.statusCode, answer.headers.connection]).toEqual([413, 'close']);
  post.destroy();
});
