import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CodeGuruProfilerClient,
  ConfigureAgentCommand,
  CreateProfilingGroupCommand,
  type CreateProfilingGroupCommandInput,
  DescribeProfilingGroupCommand,
  ListProfilingGroupsCommand,
  PostAgentProfileCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type StartedForTest, startForTest } from '../../started-for-test';
import { agentProfile } from '../agent-profile-for-test';

let folder: string;
let local: StartedForTest;
let client: CodeGuruProfilerClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-groups-'));
  await start();
});
afterEach(() => local.close());

async function start(): Promise<void> {
  local = await startForTest({ folder, sample: false });
  client = new CodeGuruProfilerClient(local.clientConfig);
}

const create = async (input: Partial<CreateProfilingGroupCommandInput> = {}) => {
  const command = { profilingGroupName: 'my-group', clientToken: 'token-1', ...input };
  return client.send(new CreateProfilingGroupCommand(command));
};

const names = async () => (await client.send(new ListProfilingGroupsCommand({}))).profilingGroupNames;

it('creates a group that agents can report to', async () => {
  const { profilingGroup, $metadata } = await create();
  expect($metadata.httpStatusCode).toBe(201);
  expect(profilingGroup).toEqual({
    name: 'my-group',
    arn: 'arn:aws:codeguru-profiler:us-east-1:000000000000:profilingGroup/my-group',
    computePlatform: 'Default',
    createdAt: new Date(local.clock.now()),
    updatedAt: new Date(local.clock.now()),
    agentOrchestrationConfig: { profilingEnabled: true },
    profilingStatus: {},
    tags: {},
  });
  const profilingGroupName = 'my-group';
  const { configuration } = await client.send(new ConfigureAgentCommand({ profilingGroupName }));
  expect(configuration?.shouldProfile).toBe(true);
  const post = {
    agentProfile: agentProfile('2026-11-24T14:30:00Z', 'main 3'),
    contentType: 'application/json',
  };
  await client.send(new PostAgentProfileCommand({ profilingGroupName, ...post }));
  expect(await names()).toEqual(['my-group', 'triptych-server']);
});

it('refuses a request without a token, which only the client checks', async () => {
  const answer = await fetch(`${local.clientConfig.endpoint}/profilingGroups`, {
    method: 'POST',
    body: '{"profilingGroupName":"bare"}',
  });
  expect(answer.headers.get('x-amzn-errortype')).toBe('ValidationException');
});

it('answers the structure as the payload', async () => {
  const answer = await fetch(`${local.clientConfig.endpoint}/profilingGroups?clientToken=t`, {
    method: 'POST',
    body: '{"profilingGroupName":"bare"}',
  });
  expect(await answer.json()).toMatchObject({ name: 'bare' });
});

it('stores the members of the request across a restart', async () => {
  const input = {
    computePlatform: 'AWSLambda',
    agentOrchestrationConfig: { profilingEnabled: false },
    tags: { team: 'shop' },
  } as const;
  const { profilingGroup } = await create(input);
  expect(profilingGroup).toMatchObject(input);
  await local.stop();
  await start();
  const described = await client.send(new DescribeProfilingGroupCommand({ profilingGroupName: 'my-group' }));
  expect(described.profilingGroup).toEqual(profilingGroup);
  expect((await create(input)).profilingGroup).toEqual(profilingGroup);
});

it('creates one group however often its token is sent, even concurrently', async () => {
  const answers = await Promise.all([create(), create(), create()]);
  local.clock.set(local.clock.now() + 1000);
  answers.push(await create());
  expect(new Set(answers.map(({ profilingGroup }) => profilingGroup?.createdAt?.getTime())).size).toBe(1);
  expect(await names()).toEqual(['my-group', 'triptych-server']);
});

it.each<[string, Partial<CreateProfilingGroupCommandInput>]>([
  ['a name in use', { clientToken: 'token-2' }],
  ["the dashboard's own name", { clientToken: 'token-2', profilingGroupName: 'triptych-server' }],
  ['a token of another name', { profilingGroupName: 'other' }],
  ['a token of another platform', { computePlatform: 'AWSLambda' }],
])('refuses %s as a conflict', async (_what, input) => {
  await create();
  await expect(create(input)).rejects.toMatchObject({
    name: 'ConflictException',
    $metadata: { httpStatusCode: 409 },
  });
  expect(await names()).toEqual(['my-group', 'triptych-server']);
});

it.each<[string, Partial<CreateProfilingGroupCommandInput>]>([
  ['an empty token', { clientToken: '' }],
  ['a token of 65 characters', { clientToken: 'x'.repeat(65) }],
  ['no name', { profilingGroupName: undefined }],
  ['a bad name', { profilingGroupName: '../up' }],
  ['a name of 256 characters', { profilingGroupName: 'x'.repeat(256) }],
  ['an unknown platform', { computePlatform: 'Moon' as 'Default' }],
  ['an empty orchestration', { agentOrchestrationConfig: { profilingEnabled: undefined } }],
  ['tags that are not strings', { tags: { a: 1 } as unknown as Record<string, string> }],
])('refuses %s', async (_what, input) => {
  await expect(create(input)).rejects.toMatchObject({ name: 'ValidationException' });
  expect(await names()).toEqual(['triptych-server']);
});

it('creates at most 1,000 groups', async () => {
  const group = { computePlatform: 'Default', createdAt: 0, updatedAt: 0, profilingEnabled: true };
  const groups = Array.from({ length: 998 }, (_, i) => ({ ...group, name: `group-${i}` }));
  await local.stop();
  await writeFile(join(folder, 'profiles', 'groups.json'), JSON.stringify({ groups }));
  await start();
  await create();
  await expect(create({ profilingGroupName: 'other', clientToken: 'token-2' })).rejects.toMatchObject({
    name: 'ServiceQuotaExceededException',
    $metadata: { httpStatusCode: 402 },
  });
  expect((await create()).profilingGroup?.name).toBe('my-group');
});

it('keeps no group that could not be written', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const file = join(folder, 'profiles', 'groups.json');
  await rm(file);
  await mkdir(file);
  await expect(create()).rejects.toMatchObject({ name: 'InternalServerException' });
  log.mockRestore();
  expect(await names()).toEqual(['triptych-server']);
  await rm(file, { recursive: true });
  await create();
  expect(await names()).toEqual(['my-group', 'triptych-server']);
});
