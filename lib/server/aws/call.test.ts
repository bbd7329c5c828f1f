import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { GET as getGroup } from '@/app/api/profiling-groups/[group]/route';
import { describeProfilingGroup } from '../profiler/describe-profiling-group';
import { callRoute, pointAt } from '../test-support';

/** A service that never answers. It emits 'requested', and 'closed' when the client closes the connection. */
let silent: Server;
let port: number;

beforeAll(async () => {
  silent = createServer((request) => {
    silent.emit('requested');
    request.socket.once('close', () => silent.emit('closed'));
  });
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  port = (silent.address() as AddressInfo).port;
});

beforeEach(() => pointAt(`http://127.0.0.1:${port}`));

afterAll(() => {
  silent.closeAllConnections();
  silent.close();
});

test('aborts the call to AWS when the viewer leaves', async () => {
  const leaving = new AbortController();
  const [wasRequested, wasClosed] = [once(silent, 'requested'), once(silent, 'closed')];
  const answer = callRoute(getGroup, { params: { group: 'g' }, signal: leaving.signal });
  await wasRequested;
  leaving.abort();
  expect((await answer).status).toBe(499);
  await wasClosed;
});

test('rejects an aborted call with the signal’s reason', async () => {
  const leaving = new AbortController();
  const wasRequested = once(silent, 'requested');
  const call = describeProfilingGroup('g', leaving.signal);
  await wasRequested;
  leaving.abort(new Error('gone'));
  await expect(call).rejects.toThrow('gone');
});

test('shares one call between two viewers until both have left', async () => {
  let times = 0;
  const count = () => {
    times += 1;
  };
  silent.on('requested', count);
  const [first, second] = [new AbortController(), new AbortController()];
  const wasRequested = once(silent, 'requested');
  const calls = [describeProfilingGroup('g', first.signal), describeProfilingGroup('g', second.signal)];
  await wasRequested;
  first.abort(new Error('first left'));
  await expect(calls[0]).rejects.toThrow('first left');
  const wasClosed = once(silent, 'closed');
  second.abort(new Error('second left'));
  await expect(calls[1]).rejects.toThrow('second left');
  await wasClosed;
  silent.off('requested', count);
  expect(times).toBe(1);
});
