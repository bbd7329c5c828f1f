import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CodeGuruProfilerClient, DescribeProfilingGroupCommand } from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '@/lib/local-aws/started-for-test';
import { profileCommand } from './command-for-test';
import { create } from './create';
import { endpointOf } from './endpoint';

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

/** Runs `work` while a server that isn't local-aws is listening. */
async function withOtherServer(work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_request, response) => response.end('<html></html>'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await work(`http://127.0.0.1:${port}`);
  server.close();
  await once(server, 'close');
}

describe('npm run profile -- create', () => {
  it('creates a group and prints the settings for an agent', async () => {
    const { out, error, status } = await profileCommand(['create', 'my-group', '--endpoint', `${endpoint}/`]);
    expect([status, error]).toEqual([0, '']);
    expect(out).toContain('Created the profiling group my-group.');
    expect(out).toContain(`export AWS_ENDPOINT_URL_CODEGURUPROFILER=${endpoint}\n`);
    expect(out).toContain('-p my-group');
    expect(await described('my-group')).toMatchObject({ computePlatform: 'Default' });

    const again = await profileCommand(['create', 'my-group', '--endpoint', endpoint]);
    expect(again).toEqual({
      out: '',
      error: 'profile: There is already a profiling group my-group.',
      status: 1,
    });
  });

  it('prints help, and rejects unknown commands', async () => {
    const help = await profileCommand(['create', '--help']);
    expect([help.status, help.out]).toEqual([
      0,
      expect.stringContaining('Usage: npm run profile -- create NAME'),
    ]);
    expect(await profileCommand(['constructor'])).toEqual({
      out: '',
      error: 'profile: Unknown command constructor. Available commands: create, push.',
      status: 2,
    });
  });
});

describe('create', () => {
  it('finds local-aws through the environment', async () => {
    const environment = {
      AWS_ENDPOINT_URL_CODEGURUPROFILER: endpoint,
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    };
    await create(['lambda', '--platform', 'AWSLambda'], environment);
    expect(await described('lambda')).toMatchObject({ computePlatform: 'AWSLambda' });
  });

  it('reports that nothing is listening', async () => {
    let closed = '';
    await withOtherServer(async (url) => {
      closed = url;
    });
    await expect(create(['my-group', '--endpoint', closed], {})).rejects.toThrow(
      `Nothing is listening at ${closed}. Start local-aws with npm run local-aws, or pass another --endpoint.`,
    );
  });

  it('reports that another server is listening', async () => {
    await withOtherServer(async (url) => {
      const sentence = `The server at ${url} is not local-aws. Pass another --endpoint.`;
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
  ])('rejects %s with a sentence', async (_what, args, sentence) => {
    await expect(create(args, {})).rejects.toThrow(sentence);
  });
});

describe('endpointOf', () => {
  it('prefers the option, then the service variable, then the AWS variable, then the default', () => {
    const environment = { AWS_ENDPOINT_URL_CODEGURUPROFILER: 'http://b', AWS_ENDPOINT_URL: 'http://c' };
    expect(endpointOf('http://a', environment)).toBe('http://a');
    expect(endpointOf(undefined, environment)).toBe('http://b');
    expect(endpointOf(undefined, { ...environment, AWS_ENDPOINT_URL_CODEGURUPROFILER: '' })).toBe('http://c');
    expect(endpointOf(undefined, {})).toBe('http://127.0.0.1:4599');
  });

  it('names the variable that is not a URL', () => {
    expect(() => endpointOf(undefined, { AWS_ENDPOINT_URL: 'x' })).toThrow('AWS_ENDPOINT_URL takes a URL');
  });
});
