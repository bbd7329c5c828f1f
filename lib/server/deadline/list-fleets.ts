import { ListFleetsCommand } from '@aws-sdk/client-deadline';
import { z } from 'zod';
import type { Fleet } from '@/lib/farm/session-statistics';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { optional, wireToken } from '../aws/wire';
import { sharedList } from '../shared-answers';

const MAX_RESULTS = 100;

const fleet = z.object({
  fleetId: z.string().min(1),
  displayName: z.string(),
  status: optional(z.string()),
  workerCount: optional(z.number().int()),
});

const answer = z
  .object({ fleets: z.array(fleet), nextToken: wireToken })
  .transform(({ fleets, nextToken }) => ({ items: fleets, nextToken }));

/** The fleets of a farm. Rejects with a ProblemError. */
export const listFleets = sharedList<string, Fleet>('fleets', (farmId, nextToken, signal) =>
  call(
    'ListFleets',
    deadlineClient,
    answer,
    (client, options) =>
      client.send(new ListFleetsCommand({ farmId, maxResults: MAX_RESULTS, nextToken }), options),
    signal,
  ),
);
