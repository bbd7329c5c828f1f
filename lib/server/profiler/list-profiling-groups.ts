import { ListProfilingGroupsCommand } from '@aws-sdk/client-codeguruprofiler';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { profilerClient } from '../aws/clients';
import { allPages, listCoverage } from '../aws/pages';
import { optional, wireToken } from '../aws/wire';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { profilingGroup } from './profiling-group';

const PAGE = 100;

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

const lists = SharedCalls.named<Answer<ProfilingGroup[]>>('profiling groups', { ttlMs: 10 * SECOND });

/** The profiling groups of the account and region. Rejects with a ProblemError. */
export function listProfilingGroups(_: undefined, signal?: AbortSignal): Promise<Answer<ProfilingGroup[]>> {
  return lists.get('', load, signal);
}

async function load(ended: AbortSignal): Promise<Answer<ProfilingGroup[]>> {
  const asOf = exactNow();
  const listed = await allPages<ProfilingGroup>((nextToken) =>
    call(
      'ListProfilingGroups',
      profilerClient,
      answer,
      (client, options) =>
        client.send(
          new ListProfilingGroupsCommand({ includeDescription: true, maxResults: PAGE, nextToken }),
          options,
        ),
      ended,
    ),
  );
  return { data: listed.items, asOf, ...listCoverage(listed, 'profiling groups') };
}
