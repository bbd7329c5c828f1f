import {
  CodeGuruProfilerClient,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { arnOf, ClientForTest } from '../client-for-test';

const resourceArn = arnOf('triptych-server');

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeEach(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config));
  await aws.client.send(new TagResourceCommand({ resourceArn, tags: { a: '1', b: '2', 'c d&e': '3' } }));
});
afterEach(() => aws.close());

const untag = (tagKeys: string[] | undefined, arn = resourceArn) =>
  aws.client.send(new UntagResourceCommand({ resourceArn: arn, tagKeys }));

const tags = async () => (await aws.client.send(new ListTagsForResourceCommand({ resourceArn }))).tags;

it('removes one or more tags, also after a restart', async () => {
  expect((await untag(['a'])).$metadata.httpStatusCode).toBe(204);
  expect(await tags()).toEqual({ b: '2', 'c d&e': '3' });
  await untag(['c d&e', 'nothing', 'b']);
  await aws.restart();
  expect(await tags()).toEqual({});
});

it('refuses missing keys, an invalid key and an unknown group', async () => {
  const endpoint = `${aws.local.clientConfig.endpoint}/tags/${encodeURIComponent(resourceArn)}`;
  expect((await fetch(endpoint, { method: 'DELETE' })).status).toBe(400);
  await expect(untag(['k'.repeat(129)])).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(untag(['a'], arnOf('nobody'))).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  expect(Object.keys((await tags()) ?? {})).toHaveLength(3);
});
