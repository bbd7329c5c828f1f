import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetEverything, pointAt } from '../test-support';
import { describeCanaries } from './describe-canaries';
import { listCanaryGroups } from './list-groups';

type Reply = { status?: number; body: object };

let replyTo: (path: string, token: string | undefined) => Reply;

/** An AWS that answers each request as a test says. */
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { NextToken } = JSON.parse(Buffer.concat(chunks).toString() || '{}');
  const { status = 200, body } = replyTo(request.url ?? '', NextToken);
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status !== 200 && { 'x-amzn-errortype': 'ResourceNotFoundException' }),
  });
  response.end(JSON.stringify(body));
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
beforeEach(() => {
  forgetEverything();
  pointAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(() => server.close());

const arn = (name: string) => `arn:aws:synthetics:eu-west-1:123456789012:canary:${name}`;

test('lists the groups without one that is deleted meanwhile', async () => {
  replyTo = (path) => {
    if (path.endsWith('/groups'))
      return { body: { Groups: ['kept', 'gone'].map((Name) => ({ Id: Name, Name })) } };
    return path.includes('gone')
      ? { status: 404, body: { Message: 'No.' } }
      : { body: { Resources: [arn('login')] } };
  };
  expect(await listCanaryGroups(undefined)).toMatchObject({
    data: [{ name: 'kept', canaries: ['login'] }],
    partial: false,
    warnings: [],
  });
});

test('reports that a group has more canaries than were read', async () => {
  replyTo = (path, token) =>
    path.endsWith('/groups')
      ? { body: { Groups: [{ Id: 'g', Name: 'shop' }] } }
      : { body: { Resources: [arn(`c${token ?? 0}`)], NextToken: String(Number(token ?? 0) + 1) } };
  expect(await listCanaryGroups(undefined)).toMatchObject({
    partial: true,
    warnings: ['Only the first 10 canaries of the group shop are listed; AWS has more.'],
  });
});

test('reports that some canaries may have a last run that was not read', async () => {
  const lastRun = (name: string) => ({
    CanaryName: name,
    LastRun: { Id: name, Name: name, Status: { State: 'PASSED' }, Timeline: { Started: 1_764_000_000 } },
  });
  replyTo = (path, token) =>
    path.endsWith('/last-run')
      ? { body: { CanariesLastRun: [lastRun(`c${token ?? 0}`)], NextToken: String(Number(token ?? 0) + 1) } }
      : { body: { Canaries: ['c0', 'c49', 'c50'].map((Name) => ({ Name, Status: { State: 'RUNNING' } })) } };
  const { data, partial, warnings } = await describeCanaries(undefined);
  expect(data.map(({ lastRun }) => lastRun?.id)).toEqual(['c0', 'c49', undefined]);
  expect([partial, warnings]).toEqual([true, ['Only the first 50 last runs are listed; AWS has more.']]);
});
