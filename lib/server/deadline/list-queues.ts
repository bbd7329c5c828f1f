import { ListQueuesCommand } from '@aws-sdk/client-deadline';
import { z } from 'zod';
import type { Queue } from '@/lib/farm/session-statistics';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { optional, wireToken } from '../aws/wire';
import { sharedList } from '../shared-answers';

const MAX_RESULTS = 100;

const queue = z.object({
  queueId: z.string().min(1),
  displayName: z.string(),
  status: optional(z.string()),
});

const answer = z
  .object({ queues: z.array(queue), nextToken: wireToken })
  .transform(({ queues, nextToken }) => ({ items: queues, nextToken }));

/** The queues of a farm. Rejects with a ProblemError. */
export const listQueues = sharedList<string, Queue>('queues', (farmId, nextToken, signal) =>
  call(
    'ListQueues',
    deadlineClient,
    answer,
    (client, options) =>
      client.send(new ListQueuesCommand({ farmId, maxResults: MAX_RESULTS, nextToken }), options),
    signal,
  ),
);
