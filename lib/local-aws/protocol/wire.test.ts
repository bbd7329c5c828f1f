import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '@/lib/local-aws/started-for-test';

const GROUP = '/profilingGroups/triptych-server';
const GROUP_ARN = 'arn:aws:codeguru-profiler:us-east-1:000000000000:profilingGroup/triptych-server';
const TAGS = `/tags/${encodeURIComponent(GROUP_ARN)}`;

let local: StartedForTest;
let agent: Agent;
beforeAll(async () => {
  local = await startForTest({ sample: false });
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterAll(async () => {
  agent.destroy();
  await local.close();
});

type Ask = { method?: string; path: string; headers?: Record<string, string>; body?: string | Uint8Array };

async function ask({ method = 'GET', path, headers = {}, body }: Ask) {
  const asked = request(new URL(local.clientConfig.endpoint), { method, path, headers, agent });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const said = await text(answer);
  return { status: answer.statusCode, headers: answer.headers, text: said, reused: asked.reusedSocket };
}

const codeOf = ({ status, headers }: Awaited<ReturnType<typeof ask>>) => [
  status,
  headers['x-amzn-errortype'],
];
const tags = async () => JSON.parse((await ask({ path: TAGS })).text).tags;

it('answers HEAD as GET without the body', async () => {
  const [get, head] = [await ask({ path: GROUP }), await ask({ path: GROUP, method: 'HEAD' })];
  expect([head.status, head.text]).toEqual([200, '']);
  expect(head.headers['content-length']).toBe(get.headers['content-length']);
  expect(codeOf(await ask({ path: '/nowhere', method: 'HEAD' }))).toEqual([404, 'UnknownOperationException']);
});

it('says no length of an answer that has no body by its status', async () => {
  const { status, headers } = await ask({ method: 'POST', path: TAGS, body: '{"tags":{}}' });
  expect([status, headers['content-length'], headers['transfer-encoding']]).toEqual([
    204,
    undefined,
    undefined,
  ]);
});

it('keeps a connection for the next request, also after an error', async () => {
  await ask({ path: GROUP });
  expect(codeOf(await ask({ path: '/profilingGroups/none' }))).toEqual([404, 'ResourceNotFoundException']);
  const next = await ask({ path: GROUP });
  expect([next.status, next.reused]).toEqual([200, true]);
});

it('takes labels that are percent-encoded, and keys of a query more than once', async () => {
  const body = JSON.stringify({ tags: { a: '1', 'b c': '2', d: '3' } });
  expect((await ask({ method: 'POST', path: TAGS, body })).status).toBe(204);
  expect((await ask({ method: 'DELETE', path: `${TAGS}?tagKeys=a&tagKeys=b%20c` })).status).toBe(204);
  expect(await tags()).toEqual({ d: '3' });
  expect((await ask({ path: '/profilingGroups/triptych%2Dserver' })).status).toBe(200);
  expect(codeOf(await ask({ path: '/profilingGroups/%' }))).toEqual([404, 'UnknownOperationException']);
});

it('takes a body in chunks, and one that is gzipped', async () => {
  const tagged = (value: string) => JSON.stringify({ tags: { how: value } });
  const headers = { 'transfer-encoding': 'chunked' };
  expect((await ask({ method: 'POST', path: TAGS, headers, body: tagged('chunks') })).status).toBe(204);
  expect(await tags()).toMatchObject({ how: 'chunks' });
  const zipped = { 'content-encoding': 'GZip' };
  const body = gzipSync(tagged('gzip'));
  expect((await ask({ method: 'POST', path: TAGS, headers: zipped, body })).status).toBe(204);
  expect(await tags()).toMatchObject({ how: 'gzip' });
  const plain = tagged('plain');
  expect(codeOf(await ask({ method: 'POST', path: TAGS, headers: zipped, body: plain }))).toEqual([
    400,
    'SerializationException',
  ]);
});

it.each(['{', '[]', 'null', '"text"', '\u0000', '{"tags":'])('refuses the body %j', async (body) => {
  const answer = await ask({ method: 'POST', path: TAGS, body });
  expect(codeOf(answer)).toEqual([400, 'SerializationException']);
  expect(typeof JSON.parse(answer.text).message).toBe('string');
});

it.each([
  ['POST', '/'],
  ['GET', '/profilingGroups/'],
  ['GET', '/2023-10-12/farms/x/y/z'],
  ['GET', '//profilingGroups'],
])('knows no operation %s %s', async (method, path) => {
  expect(codeOf(await ask({ method, path }))).toEqual([404, 'UnknownOperationException']);
});

it.each([
  ['TRACE', GROUP, 'DELETE, GET, HEAD, PUT'],
  ['PROPFIND', GROUP, 'DELETE, GET, HEAD, PUT'],
  ['OPTIONS', TAGS, 'DELETE, GET, HEAD, POST'],
  ['PUT', '/2023-10-12/farms', 'GET, HEAD'],
  ['HEAD', '/canaries', 'POST'],
])('refuses the method %s of %s and names those that exist', async (method, path, allow) => {
  const answer = await ask({ method, path });
  expect(codeOf(answer)).toEqual([405, 'UnknownOperationException']);
  expect(answer.headers.allow).toBe(allow);
});

describe('/tags/{resourceArn} is answered by the service in the ARN', () => {
  const tagsOf = (arn: string) => ({ path: `/tags/${encodeURIComponent(arn)}` });

  it('which for a canary serves no tags and says so in its own words', async () => {
    const canary = tagsOf('arn:aws:synthetics:us-east-1:000000000000:canary:shop');
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await ask({ ...canary, method });
      expect(codeOf(answer)).toEqual([404, 'UnknownOperationException']);
      expect(JSON.parse(answer.text)).toEqual({ Message: 'There is no such operation.' });
    }
  });

  it.each([
    'arn:aws:deadline:us-east-1:000000000000:farm/farm-1',
    'arn:aws:s3:::bucket',
    'arn:aws:codeguru-profiler:us-east-1:000000000000:other/x',
    'synthetics',
  ])('which %s does not name', async (arn) => {
    const answer = await ask(tagsOf(arn));
    expect(codeOf(answer)).toEqual([400, 'ValidationException']);
    expect(JSON.parse(answer.text).message).toBe('resourceArn: must be the ARN of a profiling group');
  });
});

it('bears a request id and the date, which clients correct their clock by', async () => {
  const { headers } = await ask({ path: GROUP });
  expect(headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  expect(Math.abs(Date.parse(String(headers.date)) - Date.now())).toBeLessThan(60_000);
});
