import type { World } from '../world';
import { groupNameOf } from './arn';
import { notFound } from './errors';

/** Name of the group that an ARN names; ResourceNotFoundException when there is no such group here. */
export function nameOfTagged({ profiles }: World, resourceArn: string): string {
  const name = groupNameOf(resourceArn);
  if (name === undefined) throw notFound(`There is no profiling group ${resourceArn}.`);
  return profiles.groups.get(name).description.name;
}
