import { z } from 'zod';

/** All groups have this region and account. */
const PREFIX = 'arn:aws:codeguru-profiler:us-east-1:000000000000:profilingGroup/';

/** The ARN of a group of any region and account. */
const GROUP_ARN = /^arn:aws[a-z-]*:codeguru-profiler:[a-z0-9-]+:\d{12}:profilingGroup\/[\w-]{1,255}$/;

export const groupArn = (name: string) => PREFIX + name;

/** The label {resourceArn}. */
export const resourceArn = z.string().regex(GROUP_ARN, 'must be the ARN of a profiling group');

/** The name in the ARN of a local group; undefined for another region or account. */
export const groupNameOf = (arn: string): string | undefined =>
  arn.startsWith(PREFIX) ? arn.slice(PREFIX.length) : undefined;
