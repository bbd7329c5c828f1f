import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CodeGuruProfilerClient, DescribeProfilingGroupCommand } from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '@/lib/local-aws/started-for-test';
import { profileCommand } from './command-for-test';
import { create } from './create';
import { endpointOf } from './local-aws';

let local: StartedForTest;
let endpoint: string;

beforeAll(async () => {
  local = await startForTest({ sample: false });
  endpoint = local.clientConfig.endpoint;
});
afterAll(() => local.close());

const described = async (profilingGroupName: string) =>
  (
    await new CodeGuruProfilerClient(local.clientConfig).send(
      new DescribeProfilingGroupCommand({ profilingGroupName }),
    )
  ).profilingGroup;

/** Runs `work` while something that is not local-aws answers. */
async function beside(work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_request, response) => response.end('<html></html>'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await work(`http://127.0.0.1:${port}`);
  server.close();
  await once(server, 'close');
}

describe('npm run profile -- create', () => {
  it('makes a group and tells what to set for an agent', async () => {
    const { out, error, status } = await profileCommand(['create', 'my-group', '--endpoint', `${endpoint}/`]);
    expect([status, error]).toEqual([0, '']);
    expect(out).toContain('The profiling group my-group is made.');
    expect(out).toContain(`export AWS_ENDPOINT_URL_CODEGURUPROFILER=${endpoint}\n`);
    expect(out).toContain('-p my-group');
    expect(await described('my-group')).toMatchObject({ computePlatform: 'Default' });

    const again = await profileCommand(['create', 'my-group', '--endpoint', endpoint]);
    expect(again).toEqual({
      out: '',
      error: 'profile: There is a profiling group my-group already.',
      status: 1,
    });
  });

  it('tells how it is used, and what it does not know', async () => {
    const help = await profileCommand(['create', '--help']);
    expect([help.status, help.out]).toEqual([
      0,
      expect.stringContaining('Usage: npm run profile -- create NAME'),
    ]);
    expect(await profileCommand(['constructor'])).toEqual({
      out: '',
      error: 'profile: There is no command constructor. It is one of: create, push.',
      status: 2,
    });
  });
});

describe('create', () => {
  it('finds local-aws by the environment', async () => {
    const environment = {
      AWS_ENDPOINT_URL_CODEGURUPROFILER: endpoint,
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    };
    await create(['lambda', '--platform', 'AWSLambda'], environment);
    expect(await described('lambda')).toMatchObject({ computePlatform: 'AWSLambda' });
  });

  it('says that nothing answers', async () => {
    let closed = '';
    await beside(async (url) => {
      closed = url;
    });
    await expect(create(['my-group', '--endpoint', closed], {})).rejects.toThrow(
      `Nothing answers at ${closed}. Start it with npm run local-aws, or name another with --endpoint.`,
    );
  });

  it('says that something else answers', async () => {
    await beside(async (url) => {
      const sentence = `What answers at ${url} is not local-aws. Name another with --endpoint.`;
      await expect(create(['my-group', '--endpoint', url], {})).rejects.toThrow(sentence);
    });
  });

  it.each([
    ['a malformed name', ['a.b'], 'The name of a profiling group has 1 to 255 letters'],
    ['no name', [], 'create takes one name.'],
    ['two names', ['a', 'b'], 'create takes one name.'],
    ['another platform', ['a', '--platform', 'Moon'], '--platform takes Default or AWSLambda.'],
    ['an endpoint that is no URL', ['a', '--endpoint', 'here'], '--endpoint takes a URL'],
    ['an unknown option', ['a', '--fast'], "Unknown option '--fast'"],
  ])('refuses %s with a sentence', async (_what, args, sentence) => {
    await expect(create(args, {})).rejects.toThrow(sentence);
  });
});

describe('endpointOf', () => {
  it('takes the option before the service before all of AWS before the default', () => {
    const environment = { AWS_ENDPOINT_URL_CODEGURUPROFILER: 'http://b', AWS_ENDPOINT_URL: 'http://c' };
    expect(endpointOf('http://a', environment)).toBe('http://a');
    expect(endpointOf(undefined, environment)).toBe('http://b');
    expect(endpointOf(undefined, { ...environment, AWS_ENDPOINT_URL_CODEGURUPROFILER: '' })).toBe('http://c');
    expect(endpointOf(undefined, {})).toBe('http://127.0.0.1:4599');
  });

  it('names the variable that holds no URL', () => {
    expect(() => endpointOf(undefined, { AWS_ENDPOINT_URL: 'x' })).toThrow('AWS_ENDPOINT_URL takes a URL');
  });
});
