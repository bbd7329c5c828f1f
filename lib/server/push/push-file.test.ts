import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CodeGuruProfilerClient, ListProfilingGroupsCommand } from '@aws-sdk/client-codeguruprofiler';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as getGroups } from '@/app/api/profiling-groups/route';
import { GET, OPTIONS, POST } from '@/app/api/pushed-files/route';
import { MAX_FILE_BYTES } from '@/lib/profile/import/unzip';
import { processWide } from '../process-wide';
import { SharedCalls } from '../shared-calls';
import { callRoute, pointAt, startTestAws, TEST_NOW, type TestAws } from '../test-support';
import { pushLimits } from './local-mode';
import { runPush } from './run-push';

const ORIGIN = { origin: 'http://127.0.0.1:3000' };

let aws: TestAws;
let endpoint: string;
beforeAll(async () => {
  aws = await startTestAws();
  endpoint = aws.url;
});
afterAll(() => aws.close());
beforeEach(() => pointAt(endpoint, { TRIPTYCH_LOCAL_AWS: endpoint }));
afterEach(() => {
  delete process.env.TRIPTYCH_LOCAL_AWS;
});

const push = (body: BodyInit, { group = 'shop', file = 'app.folded', headers = {} } = {}) =>
  callRoute(POST, {
    path: `/api/pushed-files?${new URLSearchParams({ group, file })}`,
    method: 'POST',
    body,
    headers: { ...ORIGIN, ...headers },
    ...{ duplex: 'half' },
  });

const groupNames = async () => {
  const client = new CodeGuruProfilerClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { profilingGroupNames } = await client.send(new ListProfilingGroupsCommand({}));
  return profilingGroupNames;
};

describe('POST /api/pushed-files', () => {
  it('pushes a file as the command does, and the dashboard knows the new group at once', async () => {
    await callRoute(getGroups);
    const { status, body } = await push('main;parse 3\nmain 4\n');
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ file: 'app.folded', format: 'folded stacks', group: 'shop', isNewGroup: true },
      samples: [{ state: 'RUNNABLE', samples: 7 }],
      ...{ frameCount: 2, functionCount: 2, depth: 2, postCount: 1, notes: [] },
      window: { from: Date.parse('2026-11-24T14:25:00Z'), to: Date.parse('2026-11-24T14:30:00Z') },
    });
    const groups = await callRoute(getGroups);
    expect(groups.body.data.map(({ name }: { name: string }) => name)).toContain('shop');
    expect((await push('main 1')).body).toMatchObject({ isNewGroup: false });
  });

  it.each([
    ['without samples', 'main 0', "odd.folded can't be pushed. It has no samples."],
    ['of prose', 'hello', "odd.folded can't be pushed. It looks like folded stacks, but line 1"],
    ['of another format', 'FLR\0', "odd.folded can't be pushed. It is a Java Flight Recorder file."],
  ])('refuses a file %s and creates no group', async (_what, content, words) => {
    const { status, body } = await push(content, { group: 'unmade', file: 'odd.folded' });
    expect([status, body.error.code]).toEqual([422, 'FileRefused']);
    expect(body.error.message).toContain(words);
    expect(await groupNames()).not.toContain('unmade');
  });

  it('forgets the cached answers about its group only, and none when it refuses a file', async () => {
    const load = vi.fn(async () => ({ isLoaded: true }));
    const calls = SharedCalls.named<object>('test kept', { ttlMs: 60_000, byGroup: true });
    const loadsAfter = async (pushing?: Promise<unknown>) => {
      await pushing;
      load.mockClear();
      for (const of of [['shop', 1], ['other', 1], [null]]) await calls.get(JSON.stringify(of), load);
      return load.mock.calls.length;
    };
    expect(await loadsAfter()).toBe(3);
    expect(await loadsAfter(push('main 0'))).toBe(0);
    const headers = { 'content-length': String(MAX_FILE_BYTES + 1) };
    expect(await loadsAfter(push('main 1', { headers }))).toBe(0);
    expect(await loadsAfter(push('main 1'))).toBe(2);
  });

  it('refuses a file that is too large, whether or not its size is announced', async () => {
    const announced = await push('main 1', { headers: { 'content-length': String(MAX_FILE_BYTES + 1) } });
    expect([announced.status, announced.body.error.message]).toEqual([
      413,
      "app.folded can't be pushed. It is larger than 256 MiB. Record the program for a shorter time.",
    ]);
    const mebibyte = new Uint8Array(1024 * 1024);
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(mebibyte);
      },
    });
    expect((await push(endless)).status).toBe(413);
    expect(sent).toBeLessThan(300);
  });

  it.each([
    ['a group with spaces', { group: 'a b' }, 'group must be the name of a profiling group'],
    ['a file in a folder', { file: '../a' }, 'file must be the name of a file without its folder'],
  ])('refuses %s', async (_what, names, words) => {
    const { status, body } = await push('main 1', names);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(words)]);
  });

  it('refuses other methods, and lists those that it supports', async () => {
    const path = '/api/pushed-files';
    const { status, headers, body } = await callRoute(async (request) => GET(request), { path });
    expect([status, headers.get('allow'), body.error.code]).toEqual([
      405,
      'OPTIONS, POST',
      'MethodNotAllowed',
    ]);
    const options = await callRoute(OPTIONS, { path, method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'OPTIONS, POST']);
  });

  it('refuses other sites', async () => {
    expect((await push('main 1', { headers: { origin: 'https://evil.example' } })).status).toBe(403);
  });

  it('refuses every file when the dashboard shows AWS', async () => {
    delete process.env.TRIPTYCH_LOCAL_AWS;
    const { status, body } = await push('main 1');
    expect([status, body.error.code]).toEqual([403, 'NotLocal']);
    expect(pushLimits()).toBeUndefined();
  });

  it('refuses a third file at once', async () => {
    const running = processWide('pushes', () => ({ count: 0 }));
    running.count = 2;
    const { status, headers } = await push('main 1');
    running.count = 0;
    expect([status, headers.get('retry-after')]).toEqual([429, '5']);
  });

  it('reports that local-aws does not answer', async () => {
    process.env.TRIPTYCH_LOCAL_AWS = 'http://127.0.0.1:1';
    const { status, body } = await push('main 1');
    expect([status, body.error.code]).toEqual([502, 'LocalAwsUnavailable']);
    expect(body.error.message).toMatch(/^app\.folded was not pushed\. Nothing is listening/);
  });
});

describe('a push that local-aws does not complete', () => {
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown;
  const server = createServer((request, response) => answer(request, response));
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    process.env.TRIPTYCH_LOCAL_AWS = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  it.each([
    ['GET', 500, 'InternalServerException', [502, 'LocalAwsFailed', true]],
    ['POST', 500, 'InternalServerException', [502, 'LocalAwsFailed', true]],
    ['POST', 429, 'ThrottlingException', [429, 'LocalAwsBusy', true]],
    ['POST', 400, 'SerializationException', [500, 'Unexpected', false]],
  ])('keeps the text of a %s answered with %i %s in the log', async (method, status, name, expected) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    answer = (request, response) => {
      if (request.method !== method) return response.end('{}');
      return response.writeHead(status, { 'x-amzn-errortype': name }).end('{"message":"secret"}');
    };
    const { status: got, body } = await push('main 1');
    const logged = log.mock.calls.map(String).join();
    log.mockRestore();
    expect([got, body.error.code, body.error.retryable]).toEqual(expected);
    expect(body.error.message).toMatch(/^app\.folded (was not|may have been) pushed/);
    expect(body.error.message).not.toContain('secret');
    expect(logged).toContain('secret');
  });

  it('may be in part after a post without an answer, and is not offered again', async () => {
    const forget = vi.spyOn(SharedCalls, 'forgetGroup');
    answer = (request, response) => {
      if (request.method === 'GET') response.end('{}');
      else request.socket.destroy();
    };
    const { status, body } = await push('main 1');
    const forgotten = forget.mock.calls.length;
    forget.mockRestore();
    expect([status, body.error.code, body.error.retryable]).toEqual([502, 'LocalAwsUnavailable', false]);
    expect(body.error.message).toMatch(/^app\.folded may have been pushed in part\. /);
    expect(forgotten).toBe(1);
  });
});

describe('a push', () => {
  const job = (content: string) => ({
    ...{ bytes: new TextEncoder().encode(content), file: 'a.folded', group: 'late', endpoint, now: TEST_NOW },
  });

  it('ends when reading the file takes too long', async () => {
    await expect(runPush(job('main 1'), new AbortController().signal, { maxReadingMs: 0 })).rejects.toThrow(
      "a.folded can't be pushed. Reading it took longer than",
    );
    expect(await groupNames()).not.toContain('late');
  });

  it('continues when nobody waits for it any more but posting has begun', async () => {
    const leaving = new AbortController();
    const through = createServer((incoming, outgoing) => {
      leaving.abort(new Error('gone'));
      const { method, headers } = incoming;
      const forwarded = request(`${endpoint}${incoming.url}`, { method, headers }, (answered) => {
        outgoing.writeHead(answered.statusCode ?? 0, answered.headers);
        answered.pipe(outgoing);
      });
      incoming.pipe(forwarded);
    });
    await once(through.listen(0, '127.0.0.1'), 'listening');
    const { port } = through.address() as AddressInfo;
    try {
      const begun = { ...job('main 1'), endpoint: `http://127.0.0.1:${port}`, group: 'begun' };
      expect(await runPush(begun, leaving.signal)).toMatchObject({ group: 'begun', postCount: 1 });
      expect(leaving.signal.aborted).toBe(true);
      expect(await groupNames()).toContain('begun');
    } finally {
      through.closeAllConnections();
      through.close();
    }
  });

  it('ends when nobody waits for it any more', async () => {
    await expect(runPush(job('main 1'), AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(await groupNames()).not.toContain('late');
  });
});
