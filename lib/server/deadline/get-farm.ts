import { GetFarmCommand } from '@aws-sdk/client-deadline';
import { z } from 'zod';
import type { Farm } from '@/lib/farm/session-statistics';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { optional, wireDate } from '../aws/wire';
import { sharedResource } from '../shared-answers';

const answer = z.object({
  farmId: z.string().min(1),
  displayName: z.string(),
  description: optional(z.string()),
  costScaleFactor: optional(z.number().min(0)),
  // Nothing but a sentence depends on it.
  createdAt: optional(wireDate).catch(undefined),
});

/** One farm by its id. Rejects with a ProblemError. */
export const getFarm = sharedResource<string, Farm>('farm', (farmId, signal) =>
  call(
    'GetFarm',
    deadlineClient,
    answer,
    (client, options) => client.send(new GetFarmCommand({ farmId }), options),
    signal,
  ),
);
