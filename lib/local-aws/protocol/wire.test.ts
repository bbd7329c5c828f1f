import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { ListTagsForResourceCommand, SyntheticsClient } from '@aws-sdk/client-synthetics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '../started-for-test';

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

type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string | Uint8Array };

async function send({ method = 'GET', path, headers = {}, body }: Sent) {
  const sent = request(new URL(local.clientConfig.endpoint), { method, path, headers, agent });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const { statusCode: status, headers: received } = answer;
  return { status, headers: received, text: await text(answer), reused: sent.reusedSocket };
}

const codeOf = ({ status, headers }: Awaited<ReturnType<typeof send>>) => [
  status,
  headers['x-amzn-errortype'],
];
const tags = async () => JSON.parse((await send({ path: TAGS })).text).tags;

it('answers HEAD like GET, without the body', async () => {
  const [get, head] = [await send({ path: GROUP }), await send({ path: GROUP, method: 'HEAD' })];
  expect([head.status, head.text]).toEqual([200, '']);
  expect(head.headers['content-length']).toBe(get.headers['content-length']);
  expect(codeOf(await send({ path: '/nowhere', method: 'HEAD' }))).toEqual([
    404,
    'UnknownOperationException',
  ]);
});

it('sends no Content-Length with a status that has no body', async () => {
  const { status, headers } = await send({ method: 'POST', path: TAGS, body: '{"tags":{}}' });
  expect([status, headers['content-length'], headers['transfer-encoding']]).toEqual([
    204,
    undefined,
    undefined,
  ]);
});

it('keeps the connection open for the next request, even after an error', async () => {
  await send({ path: GROUP });
  expect(codeOf(await send({ path: '/profilingGroups/none' }))).toEqual([404, 'ResourceNotFoundException']);
  const next = await send({ path: GROUP });
  expect([next.status, next.reused]).toEqual([200, true]);
});

it('accepts percent-encoded labels and repeated query keys', async () => {
  const body = JSON.stringify({ tags: { a: '1', 'b c': '2', d: '3' } });
  expect((await send({ method: 'POST', path: TAGS, body })).status).toBe(204);
  expect((await send({ method: 'DELETE', path: `${TAGS}?tagKeys=a&tagKeys=b%20c` })).status).toBe(204);
  expect(await tags()).toEqual({ d: '3' });
  expect((await send({ path: '/profilingGroups/triptych%2Dserver' })).status).toBe(200);
  expect(codeOf(await send({ path: '/profilingGroups/%' }))).toEqual([404, 'UnknownOperationException']);
});

it.each([
  ['/profilingGroups?maxResults=1&maxResults=2', 'maxResults'],
  ['/profilingGroups?includeDescription=true&includeDescription=true', 'includeDescription'],
  ['/2023-10-12/farms?maxResults=1&maxResults=2', 'maxResults'],
])('refuses a scalar that a query has twice: %s', async (path, key) => {
  const answer = await send({ path });
  expect(codeOf(answer)).toEqual([400, 'ValidationException']);
  const { message, fieldList = [{ name: key, message: 'is given twice' }] } = JSON.parse(answer.text);
  expect([message, fieldList]).toEqual([
    expect.stringContaining('twice'),
    [{ name: key, message: 'is given twice' }],
  ]);
});

it('accepts chunked and gzipped bodies', async () => {
  const tagged = (value: string) => JSON.stringify({ tags: { how: value } });
  const headers = { 'transfer-encoding': 'chunked' };
  expect((await send({ method: 'POST', path: TAGS, headers, body: tagged('chunks') })).status).toBe(204);
  expect(await tags()).toMatchObject({ how: 'chunks' });
  const zipped = { 'content-encoding': 'GZip' };
  const body = gzipSync(tagged('gzip'));
  expect((await send({ method: 'POST', path: TAGS, headers: zipped, body })).status).toBe(204);
  expect(await tags()).toMatchObject({ how: 'gzip' });
  const plain = tagged('plain');
  expect(codeOf(await send({ method: 'POST', path: TAGS, headers: zipped, body: plain }))).toEqual([
    400,
    'SerializationException',
  ]);
});

it.each(['{', '[]', 'null', '"text"', '\u0000', '{"tags":'])('refuses the body %j', async (body) => {
  const answer = await send({ method: 'POST', path: TAGS, body });
  expect(codeOf(answer)).toEqual([400, 'SerializationException']);
  expect(typeof JSON.parse(answer.text).message).toBe('string');
});

it.each([
  ['POST', '/'],
  ['GET', '/profilingGroups/'],
  ['GET', '/2023-10-12/farms/x/y/z'],
  ['GET', '//profilingGroups'],
])('has no operation %s %s', async (method, path) => {
  expect(codeOf(await send({ method, path }))).toEqual([404, 'UnknownOperationException']);
});

it.each([
  ['TRACE', GROUP, 'DELETE, GET, HEAD, PUT'],
  ['PROPFIND', GROUP, 'DELETE, GET, HEAD, PUT'],
  ['OPTIONS', TAGS, 'DELETE, GET, HEAD, POST'],
  ['PUT', '/2023-10-12/farms', 'GET, HEAD'],
  ['HEAD', '/canaries', 'POST'],
])('answers 405 to %s %s and lists the methods that exist', async (method, path, allow) => {
  const answer = await send({ method, path });
  expect(codeOf(answer)).toEqual([405, 'UnknownOperationException']);
  expect(answer.headers.allow).toBe(allow);
});

describe('/tags/{resourceArn}', () => {
  const CANARY = 'arn:aws:synthetics:us-east-1:000000000000:canary:shop';
  const tagsOf = (arn: string) => ({ path: `/tags/${encodeURIComponent(arn)}` });

  it('is an unknown operation of Synthetics for the ARN of a canary', async () => {
    const canary = tagsOf(CANARY);
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await send({ ...canary, method });
      expect(codeOf(answer)).toEqual([404, 'UnknownOperationException']);
      expect(JSON.parse(answer.text)).toEqual({ Message: 'There is no such operation.' });
    }
    const client = new SyntheticsClient(local.clientConfig);
    await expect(client.send(new ListTagsForResourceCommand({ ResourceArn: CANARY }))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: 'There is no such operation.',
    });
  });

  it.each([
    'arn:aws:deadline:us-east-1:000000000000:farm/farm-1',
    'arn:aws:s3:::bucket',
    'arn:aws:codeguru-profiler:us-east-1:000000000000:other/x',
    'synthetics',
  ])('is a ValidationException for %s', async (arn) => {
    const answer = await send(tagsOf(arn));
    expect(codeOf(answer)).toEqual([400, 'ValidationException']);
    expect(JSON.parse(answer.text).message).toBe('resourceArn: must be the ARN of a profiling group');
  });
});

it('sends a request id, and the date by which clients correct their clock', async () => {
  const { headers } = await send({ path: GROUP });
  expect(headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  expect(Math.abs(Date.parse(String(headers.date)) - Date.now())).toBeLessThan(60_000);
});
