import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CodeGuruProfilerClient,
  DeleteProfilingGroupCommand,
  DescribeProfilingGroupCommand,
  GetProfileCommand,
  ListProfilingGroupsCommand,
  TagResourceCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { arnOf, ClientForTest } from '../client-for-test';

const GROUP = 'my-group';
const START = '2026-11-24T14:00:00Z';

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeEach(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config), { sample: true });
  await aws.createGroup(GROUP);
  await aws.post(GROUP, START, 'main 3');
});
afterEach(() => aws.close());

const remove = (profilingGroupName: string) =>
  aws.client.send(new DeleteProfilingGroupCommand({ profilingGroupName }));

const names = async () =>
  (await aws.client.send(new ListProfilingGroupsCommand({}))).profilingGroupNames ?? [];

const folders = async () => {
  await aws.local.world.profiles.groups.exclusively(async () => undefined);
  return (await readdir(join(aws.local.folder, 'profiles'))).filter((name) => !name.includes('.'));
};

const profile = async () => {
  const input = { profilingGroupName: GROUP, startTime: new Date(START), period: 'PT1H' };
  const answer = await aws.client.send(new GetProfileCommand({ ...input, accept: 'application/json' }));
  return Buffer.from(answer.profile ?? []).toString();
};

it('removes a group with its profiles, also after a restart', async () => {
  expect((await remove(GROUP)).$metadata.httpStatusCode).toBe(204);
  const unknown = { name: 'ResourceNotFoundException' };
  const input = { profilingGroupName: GROUP };
  await expect(aws.client.send(new DescribeProfilingGroupCommand(input))).rejects.toMatchObject(unknown);
  await expect(aws.post(GROUP, START, 'main 3')).rejects.toThrow('ResourceNotFoundException');
  await expect(remove(GROUP)).rejects.toMatchObject(unknown);
  expect(await folders()).not.toContain(GROUP);
  await aws.restart();
  expect(await names()).not.toContain(GROUP);
});

it('leaves nothing for a new group of the same name', async () => {
  expect(await profile()).toContain('"WALL_TIME":3');
  await remove(GROUP);
  await aws.createGroup(GROUP);
  await expect(profile()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await aws.post(GROUP, START, 'main 5');
  expect(await profile()).toContain('"WALL_TIME":5');
  await aws.restart();
  expect(await profile()).toContain('"WALL_TIME":5');
});

it('finishes a deletion that a crash interrupted', async () => {
  const { folder } = aws.local;
  const file = join(folder, 'profiles', 'groups.json');
  await aws.restart(async () => {
    const { groups } = JSON.parse(await readFile(file, 'utf8'));
    const others = groups.filter(({ name }: { name: string }) => name !== GROUP);
    await writeFile(file, JSON.stringify({ groups: others, deleted: [GROUP] }));
  });
  expect(await names()).not.toContain(GROUP);
  expect(await folders()).not.toContain(GROUP);
  expect(JSON.parse(await readFile(file, 'utf8')).deleted).toEqual([]);
});

it('is not undone by posts in flight', async () => {
  const posts = Array.from({ length: 20 }, () => aws.post(GROUP, START, 'main 1'));
  const removed = remove(GROUP);
  await Promise.allSettled(posts);
  await removed;
  expect(await folders()).not.toContain(GROUP);
});

it('leaves a group unchanged when its deletion or tags could not be written', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const file = join(aws.local.folder, 'profiles', 'groups.json');
  const before = await readFile(file);
  await rm(file);
  await mkdir(file);
  const refused = { name: 'InternalServerException' };
  const tag = new TagResourceCommand({ resourceArn: arnOf(GROUP), tags: { team: 'shop' } });
  await expect(remove(GROUP)).rejects.toMatchObject(refused);
  await expect(aws.client.send(tag)).rejects.toMatchObject(refused);
  log.mockRestore();
  await rm(file, { recursive: true });
  await writeFile(file, before);
  const input = { profilingGroupName: GROUP };
  const { profilingGroup } = await aws.client.send(new DescribeProfilingGroupCommand(input));
  expect(profilingGroup?.tags).toEqual({});
  expect(await profile()).toContain('"WALL_TIME":3');
  await aws.post(GROUP, START, 'main 4');
  expect(await profile()).toContain('"WALL_TIME":7');
});

it('keeps built-in groups deleted until they are created again', async () => {
  for (const name of ['triptych-server', 'sample-render-worker', 'captured-python-agent']) await remove(name);
  await aws.restart();
  expect(await names()).toEqual([GROUP, 'sample-checkout-service']);
  await aws.createGroup('sample-render-worker');
  await aws.createGroup('triptych-server');
  await aws.restart();
  const expected = [GROUP, 'sample-checkout-service', 'sample-render-worker', 'triptych-server'];
  expect(await names()).toEqual(expected);
  const input = { profilingGroupName: 'sample-render-worker' };
  const { profilingGroup } = await aws.client.send(new DescribeProfilingGroupCommand(input));
  expect(profilingGroup?.profilingStatus).toEqual({});
});
