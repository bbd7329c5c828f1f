import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { renameTrace } from './rename-trace';

test('gives a TRACE request a method that Request accepts', async () => {
  renameTrace();
  const methods: (string | undefined)[] = [];
  const server = createServer(({ method }, response) => {
    methods.push(method);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (const method of ['TRACE', 'GET']) {
    const [response] = await once(request({ port, method }).end(), 'response');
    response.resume();
  }
  server.close();
  expect(methods).toEqual(['X-TRACE', 'GET']);
  expect(() => new Request('http://localhost/', { method: 'X-TRACE' })).not.toThrow();
});
