import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { GET as getGroup } from '@/app/api/profiling-groups/[group]/route';
import { describeProfilingGroup } from '../profiler/describe-profiling-group';
import { ask, pointAt } from '../test-support';

/** A service that never answers and tells when it was asked and when the asker hung up. */
let silent: Server;
let port: number;

beforeAll(async () => {
  silent = createServer((request) => {
    silent.emit('asked');
    request.socket.once('close', () => silent.emit('left'));
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

test('a viewer who leaves ends the call to AWS', async () => {
  const leaving = new AbortController();
  const [wasAsked, wasLeft] = [once(silent, 'asked'), once(silent, 'left')];
  const answer = ask(getGroup, { params: { group: 'g' }, signal: leaving.signal });
  await wasAsked;
  leaving.abort();
  expect((await answer).status).toBe(499);
  await wasLeft;
});

test('the signal’s reason is what a left call rejects with', async () => {
  const leaving = new AbortController();
  const wasAsked = once(silent, 'asked');
  const call = describeProfilingGroup('g', leaving.signal);
  await wasAsked;
  leaving.abort(new Error('gone'));
  await expect(call).rejects.toThrow('gone');
});

test('two viewers share one call; it lives while one of them waits', async () => {
  let times = 0;
  const count = () => {
    times += 1;
  };
  silent.on('asked', count);
  const [first, second] = [new AbortController(), new AbortController()];
  const wasAsked = once(silent, 'asked');
  const calls = [describeProfilingGroup('g', first.signal), describeProfilingGroup('g', second.signal)];
  await wasAsked;
  first.abort(new Error('first left'));
  await expect(calls[0]).rejects.toThrow('first left');
  const wasLeft = once(silent, 'left');
  second.abort(new Error('second left'));
  await expect(calls[1]).rejects.toThrow('second left');
  await wasLeft;
  silent.off('asked', count);
  expect(times).toBe(1);
});
