import { ListFleetsCommand } from '@aws-sdk/client-deadline';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { Fleet } from '@/lib/farm/session-statistics';
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
    fleets: z.array(
      z.object({
        fleetId: z.string().min(1),
        displayName: z.string(),
        status: optional(z.string()),
        workerCount: optional(z.number().int()),
      }),
    ),
    nextToken: wireToken,
  })
  .transform(({ fleets: items, nextToken }) => ({ items, nextToken }));

const lists = SharedCalls.named<Answer<Fleet[]>>('fleets', { ttlMs: 10 * SECOND });

/** The fleets of a farm. Rejects with a ProblemError. */
export function listFleets(farmId: string, signal?: AbortSignal): Promise<Answer<Fleet[]>> {
  return lists.get(
    farmId,
    async (ended) => {
      const asOf = exactNow();
      const listed = await allPages<Fleet>((nextToken) =>
        call(
          'ListFleets',
          deadlineClient,
          answer,
          (client, options) =>
            client.send(new ListFleetsCommand({ farmId, maxResults: PAGE, nextToken }), options),
          ended,
        ),
      );
      return { data: listed.items, asOf, ...listCoverage(listed, 'fleets') };
    },
    signal,
  );
}
