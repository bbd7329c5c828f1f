import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { groupArn } from './arn';
import { conflict, notFound } from './errors';
import type { Group } from './store/groups-file';

/** The only action group in the model: what agents do. */
export const actionGroup = z.literal('agentPermissions');

const ACTIONS = ['codeguru-profiler:ConfigureAgent', 'codeguru-profiler:PostAgentProfile'];

/** A group's policy as JSON text with its revision; ResourceNotFoundException when it never had one [?]. */
export function policyOf({ name, policy }: Group): { policy: string; revisionId: string } {
  if (!policy) throw notFound(`The profiling group ${name} has no policy.`);
  const { principals, revisionId } = policy;
  const statement = {
    Sid: 'agentPermissions-statement',
    Effect: 'Allow',
    Principal: { AWS: principals },
    Action: ACTIONS,
    Resource: groupArn(name),
  };
  const document = { Version: '2012-10-17', Statement: principals.length > 0 ? [statement] : [] };
  return { policy: JSON.stringify(document), revisionId };
}

/** The policy in a new revision. ConflictException when `revisionId` isn't the current one. */
export function revised({ policy }: Group, revisionId: string | undefined, principals: string[]) {
  if (policy?.revisionId !== revisionId) {
    throw conflict(
      policy
        ? `revisionId: the current revision is ${policy.revisionId}.`
        : 'revisionId: there is no policy yet.',
    );
  }
  return { policy: { revisionId: randomUUID(), principals } };
}
