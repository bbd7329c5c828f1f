import { DescribeProfilingGroupCommand } from '@aws-sdk/client-codeguruprofiler';
import { z } from 'zod';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { call } from '../aws/call';
import { profilerClient } from '../aws/clients';
import { sharedResource } from '../shared-answers';
import { profilingGroup } from './profiling-group';
import { recordedTimes } from './recorded-hours';

const answer = z.object({ profilingGroup }).transform((described) => described.profilingGroup);

/** One profiling group by its name, and when its hours were recorded. Rejects with a ProblemError. */
export const describeProfilingGroup = sharedResource<string, ProfilingGroup>(
  'profiling group',
  async (group, signal) => {
    const [described, recorded] = await Promise.all([
      call(
        'DescribeProfilingGroup',
        profilerClient,
        answer,
        (client, options) =>
          client.send(new DescribeProfilingGroupCommand({ profilingGroupName: group }), options),
        signal,
      ),
      recordedTimes(group),
    ]);
    return { ...described, ...(recorded && { recordedFrom: recorded.from, unrecorded: [...recorded.gaps] }) };
  },
  { byGroup: true },
);
