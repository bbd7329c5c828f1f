import {
  CodeGuruProfilerClient,
  CreateProfilingGroupCommand,
  DescribeProfilingGroupCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { arnOf, ClientForTest } from '../client-for-test';

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeEach(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config), { sample: true });
});
afterEach(() => aws.close());

const tag = (name: string, tags: Record<string, string>) =>
  aws.client.send(new TagResourceCommand({ resourceArn: arnOf(name), tags }));

const tagsOf = async (name: string) =>
  (await aws.client.send(new ListTagsForResourceCommand({ resourceArn: arnOf(name) }))).tags;

const numbered = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`key-${i}`, 'value']));

it.each(['triptych-server', 'sample-checkout-service'])(
  'stores tags of %s across a restart',
  async (name) => {
    expect((await tag(name, { team: 'shop', stage: 'test' })).$metadata.httpStatusCode).toBe(204);
    await tag(name, { stage: 'live', empty: '' });
    await aws.restart();
    const tags = { team: 'shop', stage: 'live', empty: '' };
    expect(await tagsOf(name)).toEqual(tags);
    const described = await aws.client.send(new DescribeProfilingGroupCommand({ profilingGroupName: name }));
    expect(described.profilingGroup?.tags).toEqual(tags);
  },
);

it('loses no concurrent tags', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => tag('triptych-server', { [`key-${i}`]: 'value' })));
  expect(await tagsOf('triptych-server')).toEqual(numbered(20));
});

it('stores keys that are names of object members', async () => {
  const url = `${aws.local.clientConfig.endpoint}/tags/${encodeURIComponent(arnOf('triptych-server'))}`;
  const body = '{"tags":{"__proto__":"a","constructor":"b"}}';
  expect((await fetch(url, { method: 'POST', body })).status).toBe(204);
  await aws.restart();
  const there = url.replace(/^.*?\/tags/, `${aws.local.clientConfig.endpoint}/tags`);
  expect(await (await fetch(there)).text()).toBe(body);
});

it('recognises a repeated creation of a group that was tagged since', async () => {
  await aws.createGroup('my-group');
  await tag('my-group', { team: 'shop' });
  await aws.createGroup('my-group');
  expect(await tagsOf('my-group')).toEqual({ team: 'shop' });
});

it.each<[string, Record<string, string>]>([
  ['a reserved key', { 'aws:team': 'shop' }],
  ['an empty key', { '': 'shop' }],
  ['a key of 129 characters', { ['k'.repeat(129)]: 'shop' }],
  ['a value of 257 characters', { team: 'v'.repeat(257) }],
  ['51 tags', numbered(51)],
  ['a value that is not text', { team: 1 } as unknown as Record<string, string>],
])('refuses %s, also when a group is created', async (_what, tags) => {
  const refused = { name: 'ValidationException' };
  await expect(tag('triptych-server', tags)).rejects.toMatchObject(refused);
  const input = { profilingGroupName: 'my-group', clientToken: 'token', tags };
  await expect(aws.client.send(new CreateProfilingGroupCommand(input))).rejects.toMatchObject(refused);
});

it('accepts at most 50 tags in total', async () => {
  await tag('triptych-server', numbered(50));
  await tag('triptych-server', { 'key-0': 'other' });
  await expect(tag('triptych-server', { more: '1' })).rejects.toMatchObject({ name: 'ValidationException' });
  expect(Object.keys((await tagsOf('triptych-server')) ?? {})).toHaveLength(50);
});

it('rejects an unknown group', async () => {
  await expect(tag('nobody', { a: 'b' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
