import { ListFarmsCommand } from '@aws-sdk/client-deadline';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { Farm } from '@/lib/farm/session-statistics';
import { SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { allPages, listCoverage } from '../aws/pages';
import { wireToken } from '../aws/wire';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';

const PAGE = 100;

const answer = z
  .object({
    farms: z.array(z.object({ farmId: z.string().min(1), displayName: z.string() })),
    nextToken: wireToken,
  })
  .transform(({ farms: items, nextToken }) => ({ items, nextToken }));

const lists = SharedCalls.named<Answer<Farm[]>>('farms', { ttlMs: 10 * SECOND });

/** The farms of the account and region. Rejects with a ProblemError. */
export function listFarms(_: undefined, signal?: AbortSignal): Promise<Answer<Farm[]>> {
  return lists.get(
    '',
    async (ended) => {
      const asOf = exactNow();
      const listed = await allPages<Farm>((nextToken) =>
        call(
          'ListFarms',
          deadlineClient,
          answer,
          (client, options) => client.send(new ListFarmsCommand({ maxResults: PAGE, nextToken }), options),
          ended,
        ),
      );
      return { data: listed.items, asOf, ...listCoverage(listed, 'farms') };
    },
    signal,
  );
}
