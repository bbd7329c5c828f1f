import { GetFarmCommand } from '@aws-sdk/client-deadline';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { Farm } from '@/lib/farm/session-statistics';
import { SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { optional } from '../aws/wire';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';

const answer = z.object({
  farmId: z.string().min(1),
  displayName: z.string(),
  description: optional(z.string()),
  costScaleFactor: optional(z.number().min(0)),
});

const farms = SharedCalls.named<Answer<Farm>>('farm', { ttlMs: 10 * SECOND });

/** One farm by its id. Rejects with a ProblemError. */
export function getFarm(farmId: string, signal?: AbortSignal): Promise<Answer<Farm>> {
  return farms.get(
    farmId,
    async (ended) => {
      const asOf = exactNow();
      const data = await call(
        'GetFarm',
        deadlineClient,
        answer,
        (client, options) => client.send(new GetFarmCommand({ farmId }), options),
        ended,
      );
      return { data, asOf, partial: false, warnings: [] };
    },
    signal,
  );
}
