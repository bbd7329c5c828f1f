import { z } from 'zod';
import { canaryName, dryRunId, epochMs, oneOf } from '@/lib/server/http/fields';
import { ndjsonResponse } from '@/lib/server/http/ndjson';
import { route } from '@/lib/server/http/respond';
import { getCanary } from '@/lib/server/synthetics/get-canary';
import { historyEvents } from '@/lib/server/synthetics/runs/history-events';

export const GET = route({
  need: 'view',
  about: 'Reads the runs of a canary back to an instant, and sends them as they are read.',
  answers: 'events',
  params: z.object({ name: canaryName }),
  query: z
    .object({
      from: epochMs,
      after: epochMs.optional(),
      runType: oneOf(['CANARY_RUN', 'DRY_RUN']).default('CANARY_RUN'),
      dryRunId: dryRunId.optional(),
    })
    .refine(({ runType, dryRunId }) => !(runType === 'CANARY_RUN' && dryRunId), {
      path: ['dryRunId'],
      message: 'must be left out unless runType is DRY_RUN: other runs have none',
    }),
  answer: async ({ params, query }, signal) => {
    const { data: canary } = await getCanary(params.name, signal);
    return ndjsonResponse((gone) => historyEvents({ canary, ...query }, gone), signal);
  },
});
