import { ListQueuesCommand } from '@aws-sdk/client-deadline';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { Queue } from '@/lib/farm/session-statistics';
import { SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { allPages, listCoverage } from '../aws/pages';
import { optional, wireToken } from '../aws/wire';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';

const PAGE = 100;

const answer = z
  .object({
    queues: z.array(
      z.object({ queueId: z.string().min(1), displayName: z.string(), status: optional(z.string()) }),
    ),
    nextToken: wireToken,
  })
  .transform(({ queues: items, nextToken }) => ({ items, nextToken }));

const lists = SharedCalls.named<Answer<Queue[]>>('queues', { ttlMs: 10 * SECOND });

/** The queues of a farm. Rejects with a ProblemError. */
export function listQueues(farmId: string, signal?: AbortSignal): Promise<Answer<Queue[]>> {
  return lists.get(
    farmId,
    async (ended) => {
      const asOf = exactNow();
      const listed = await allPages<Queue>((nextToken) =>
        call(
          'ListQueues',
          deadlineClient,
          answer,
          (client, options) =>
            client.send(new ListQueuesCommand({ farmId, maxResults: PAGE, nextToken }), options),
          ended,
        ),
      );
      return { data: listed.items, asOf, ...listCoverage(listed, 'queues') };
    },
    signal,
  );
}
