import {
  CodeGuruProfilerClient,
  GetPolicyCommand,
  PutPermissionCommand,
  RemovePermissionCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ClientForTest } from '../client-for-test';

const group = { profilingGroupName: 'triptych-server', actionGroup: 'agentPermissions' } as const;
const principals = ['arn:aws:iam::123456789012:user/agent'];
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

let aws: ClientForTest<CodeGuruProfilerClient>;
let revisionId: string | undefined;

beforeEach(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config));
  ({ revisionId } = await aws.client.send(new PutPermissionCommand({ ...group, principals })));
});
afterEach(() => aws.close());

const remove = (revision = revisionId) =>
  aws.client.send(new RemovePermissionCommand({ ...group, revisionId: revision }));

it('removes the permissions, also after a restart', async () => {
  const removed = await remove();
  expect(JSON.parse(removed.policy ?? '')).toEqual({ Version: '2012-10-17', Statement: [] });
  expect(removed.revisionId).not.toBe(revisionId);
  await aws.restart();
  const { policy } = await aws.client.send(new GetPolicyCommand(group));
  expect(policy).toBe(removed.policy);
  await aws.client.send(new PutPermissionCommand({ ...group, principals, revisionId: removed.revisionId }));
});

it('is a conflict with a stale revision', async () => {
  await expect(remove(UNKNOWN)).rejects.toMatchObject({ name: 'ConflictException' });
  await remove();
  await expect(remove()).rejects.toMatchObject({ name: 'ConflictException' });
});

it('finds no policy of a group without one, and refuses an invalid revision', async () => {
  await aws.createGroup('my-group');
  const other = new RemovePermissionCommand({
    ...group,
    profilingGroupName: 'my-group',
    revisionId: UNKNOWN,
  });
  await expect(aws.client.send(other)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(remove('one')).rejects.toMatchObject({ name: 'ValidationException' });
});
