import type { Operation } from '../protocol/operation';
import { configureAgent } from './configure-agent';
import { createProfilingGroup } from './create-profiling-group';
import { describeProfilingGroup } from './describe-profiling-group';
import { getProfile } from './get-profile';
import { listProfileTimes } from './list-profile-times';
import { listProfilingGroups } from './list-profiling-groups';
import { postAgentProfile } from './post-agent-profile';

/** Every operation of the service that is served. */
export const codeguruOperations: readonly Operation[] = [
  listProfilingGroups,
  createProfilingGroup,
  describeProfilingGroup,
  getProfile,
  listProfileTimes,
  configureAgent,
  postAgentProfile,
];
