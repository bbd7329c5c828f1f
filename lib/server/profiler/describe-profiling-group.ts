import { DescribeProfilingGroupCommand } from '@aws-sdk/client-codeguruprofiler';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { profilerClient } from '../aws/clients';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { profilingGroup } from './profiling-group';

const answer = z.object({ profilingGroup });

const groups = SharedCalls.named<Answer<ProfilingGroup>>('profiling group', { ttlMs: 10 * SECOND });

/** One profiling group by its name. Rejects with a ProblemError. */
export function describeProfilingGroup(group: string, signal?: AbortSignal): Promise<Answer<ProfilingGroup>> {
  return groups.get(
    group,
    async (ended) => {
      const asOf = exactNow();
      const { profilingGroup: data } = await call(
        'DescribeProfilingGroup',
        profilerClient,
        answer,
        (client, options) =>
          client.send(new DescribeProfilingGroupCommand({ profilingGroupName: group }), options),
        ended,
      );
      return { data, asOf, partial: false, warnings: [] };
    },
    signal,
  );
}
