import { ListProfilingGroupsCommand } from '@aws-sdk/client-codeguruprofiler';
import { z } from 'zod';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { call } from '../aws/call';
import { profilerClient } from '../aws/clients';
import { optional, wireToken } from '../aws/wire';
import { sharedList } from '../shared-answers';
import { profilingGroup } from './profiling-group';

const MAX_RESULTS = 100;

const answer = z
  .object({
    profilingGroupNames: z.array(z.string()),
    profilingGroups: optional(z.array(profilingGroup)),
    nextToken: wireToken,
  })
  .transform(({ profilingGroupNames, profilingGroups, nextToken }) => ({
    items: profilingGroups ?? profilingGroupNames.map((name) => ({ name, computePlatform: 'Default' })),
    nextToken,
  }));

/** The profiling groups of the account and region. Rejects with a ProblemError. */
export const listProfilingGroups = sharedList<undefined, ProfilingGroup>(
  'profiling groups',
  (_, nextToken, signal) =>
    call(
      'ListProfilingGroups',
      profilerClient,
      answer,
      (client, options) =>
        client.send(
          new ListProfilingGroupsCommand({ includeDescription: true, maxResults: MAX_RESULTS, nextToken }),
          options,
        ),
      signal,
    ),
  { byGroup: true },
);
