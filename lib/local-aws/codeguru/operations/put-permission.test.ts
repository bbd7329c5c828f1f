import { randomUUID } from 'node:crypto';
import {
  CodeGuruProfilerClient,
  GetPolicyCommand,
  PutPermissionCommand,
  type PutPermissionCommandInput,
} from '@aws-sdk/client-codeguruprofiler';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { arnOf, ClientForTest } from '../client-for-test';

const profilingGroupName = 'triptych-server';
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;

let aws: ClientForTest<CodeGuruProfilerClient>;

beforeEach(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config));
});
afterEach(() => aws.close());

const put = (input: Partial<PutPermissionCommandInput>) =>
  aws.client.send(
    new PutPermissionCommand({
      profilingGroupName,
      actionGroup: 'agentPermissions',
      principals: [role('agent')],
      ...input,
    }),
  );

const principalsOf = (policy = '{}') => JSON.parse(policy).Statement[0].Principal.AWS;

it('creates a policy that allows what agents do, stored across a restart', async () => {
  const { policy, revisionId } = await put({});
  expect(JSON.parse(policy ?? '')).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'agentPermissions-statement',
        Effect: 'Allow',
        Principal: { AWS: [role('agent')] },
        Action: ['codeguru-profiler:ConfigureAgent', 'codeguru-profiler:PostAgentProfile'],
        Resource: arnOf(profilingGroupName),
      },
    ],
  });
  await aws.restart();
  const stored = await aws.client.send(new GetPolicyCommand({ profilingGroupName }));
  expect(stored).toMatchObject({ policy, revisionId });
});

it('adds principals to the current revision', async () => {
  const first = await put({});
  const second = await put({ principals: [role('other'), role('agent')], revisionId: first.revisionId });
  expect(principalsOf(second.policy)).toEqual([role('agent'), role('other')]);
  expect(second.revisionId).not.toBe(first.revisionId);
});

it('is a conflict with a stale, a missing or an unexpected revision', async () => {
  const conflict = { name: 'ConflictException', $metadata: { httpStatusCode: 409 } };
  await expect(put({ revisionId: randomUUID() })).rejects.toMatchObject(conflict);
  const { revisionId } = await put({});
  const both = await Promise.allSettled([put({ revisionId }), put({ revisionId })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(put({ revisionId })).rejects.toMatchObject(conflict);
  await expect(put({})).rejects.toMatchObject(conflict);
});

it('accepts at most 50 principals in total', async () => {
  const principals = Array.from({ length: 50 }, (_, i) => role(`agent-${i}`));
  const { revisionId } = await put({ principals });
  await expect(put({ revisionId })).rejects.toMatchObject({ name: 'ValidationException' });
});

it.each<[string, Partial<PutPermissionCommandInput>]>([
  ['another action group', { actionGroup: 'allPermissions' as 'agentPermissions' }],
  ['no principals', { principals: [] }],
  ['51 principals', { principals: Array.from({ length: 51 }, (_, i) => role(`agent-${i}`)) }],
  ['a wildcard', { principals: [role('*')] }],
  ['a principal that is neither a user nor a role', { principals: ['arn:aws:s3:::bucket'] }],
  ['a revision that is not an id', { revisionId: 'one' }],
])('refuses %s', async (_what, input) => {
  await expect(put(input)).rejects.toMatchObject({ name: 'ValidationException' });
});

it('rejects an unknown group', async () => {
  const refused = { name: 'ResourceNotFoundException' };
  await expect(put({ profilingGroupName: 'nobody' })).rejects.toMatchObject(refused);
});
