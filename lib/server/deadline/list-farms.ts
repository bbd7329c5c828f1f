import { ListFarmsCommand } from '@aws-sdk/client-deadline';
import { z } from 'zod';
import type { Farm } from '@/lib/farm/session-statistics';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { wireToken } from '../aws/wire';
import { sharedList } from '../shared-answers';

const MAX_RESULTS = 100;

const answer = z
  .object({
    farms: z.array(z.object({ farmId: z.string().min(1), displayName: z.string() })),
    nextToken: wireToken,
  })
  .transform(({ farms, nextToken }) => ({ items: farms, nextToken }));

/** The farms of the account and region. Rejects with a ProblemError. */
export const listFarms = sharedList<undefined, Farm>('farms', (_, nextToken, signal) =>
  call(
    'ListFarms',
    deadlineClient,
    answer,
    (client, options) => client.send(new ListFarmsCommand({ maxResults: MAX_RESULTS, nextToken }), options),
    signal,
  ),
);
