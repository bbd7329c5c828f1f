import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseUnreadable } from './refuse-unreadable';

let server: Server;

beforeAll(async () => {
  refuseUnreadable();
  server = createServer((_, response) => response.end('ok'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** All that the server answers to raw bytes. */
const answerTo = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    let text = '';
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.write(bytes);
  });

test('answers too long headers with a sentence', async () => {
  const answer = await answerTo(`GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(17_000)}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  expect(answer).toContain('x-content-type-options: nosniff\r\n');
  expect(answer).toMatch(
    /\r\n\r\nThe address and the headers of this request are too long: at most 16 KiB together\.\n$/,
  );
});

test('answers what is no HTTP with a sentence', async () => {
  expect(await answerTo('what?\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 400 [\s\S]*\r\n\r\nThis request can’t be read\.\n$/,
  );
});
