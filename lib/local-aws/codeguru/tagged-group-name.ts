import { groupNameOf } from './arn';
import { notFound } from './errors';
import type { CodeguruWorld } from './operation';

/** Name of the group with an ARN; ResourceNotFoundException when it doesn't exist. */
export function taggedGroupName({ profiles }: CodeguruWorld, resourceArn: string): string {
  const name = groupNameOf(resourceArn);
  if (name === undefined) throw notFound(`There is no profiling group ${resourceArn}.`);
  return profiles.groups.get(name).description.name;
}
