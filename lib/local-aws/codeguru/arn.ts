import { z } from 'zod';

/** The region and the account of everything here. */
const OWN = 'arn:aws:codeguru-profiler:us-east-1:000000000000:profilingGroup/';

/** Of a group of any region and account, in the form that AWS gives it. */
const GROUP_ARN = /^arn:aws[a-z-]*:codeguru-profiler:[a-z0-9-]+:\d{12}:profilingGroup\/[\w-]{1,255}$/;

export const groupArn = (name: string) => OWN + name;

/** The label {resourceArn}. */
export const resourceArn = z.string().regex(GROUP_ARN, 'must be the ARN of a profiling group');

/** The group's name; of another region or account, an ARN names no group of ours: undefined. */
export const groupNameOf = (arn: string): string | undefined =>
  arn.startsWith(OWN) ? arn.slice(OWN.length) : undefined;
