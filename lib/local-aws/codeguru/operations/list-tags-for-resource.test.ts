import { CodeGuruProfilerClient, ListTagsForResourceCommand } from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arnOf, ClientForTest } from '../client-for-test';

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeAll(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config), { sample: true });
});
afterAll(() => aws.close());

const list = async (resourceArn: string) =>
  (await aws.client.send(new ListTagsForResourceCommand({ resourceArn }))).tags;

it('has no tags for a group that was never tagged', async () => {
  expect(await list(arnOf('triptych-server'))).toEqual({});
  expect(await list(arnOf('sample-checkout-service'))).toEqual({});
});

it.each([
  arnOf('nobody'),
  'arn:aws:codeguru-profiler:eu-west-1:000000000000:profilingGroup/triptych-server',
  'arn:aws:codeguru-profiler:us-east-1:123456789012:profilingGroup/triptych-server',
])('finds no group for %s', async (arn) => {
  await expect(list(arn)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

it.each([
  'triptych-server',
  'arn:aws:codeguru-profiler:us-east-1:000000000000:profilingGroup/a.b',
  'arn:aws:codeguru-profiler:us-east-1:000000000000:profilingGroup/triptych-server/x',
  'arn:aws:deadline:us-east-1:000000000000:farm/farm-1',
])('refuses %s', async (arn) => {
  await expect(list(arn)).rejects.toMatchObject({
    name: 'ValidationException',
    $metadata: { httpStatusCode: 400 },
  });
});

it('leaves the ARN of a canary to Synthetics, whose tags are not served', async () => {
  await expect(list('arn:aws:synthetics:us-east-1:000000000000:canary:front')).rejects.toMatchObject({
    name: 'UnknownOperationException',
    $metadata: { httpStatusCode: 404 },
  });
});
