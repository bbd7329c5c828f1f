import { z } from 'zod';
import { canaryName, dryRunId, oneOf, pageToken, wholeNumber } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { getCanaryRuns } from '@/lib/server/synthetics/get-canary-runs';

/** One page of runs as AWS has them, to check what the pages compute from /history. Only tests and benches request it. */
export const GET = route({
  need: 'view',
  about: 'Reads one page of runs as AWS has them.',
  params: z.object({ name: canaryName }),
  query: z
    .object({
      runType: oneOf(['CANARY_RUN', 'DRY_RUN']).optional(),
      dryRunId: dryRunId.optional(),
      maxResults: wholeNumber(1, 100).optional(),
      nextToken: pageToken(/^.{4,252}$/s).optional(),
    })
    .refine(({ runType, dryRunId }) => !(runType === 'CANARY_RUN' && dryRunId), {
      path: ['dryRunId'],
      message: 'must be left out when runType is CANARY_RUN: dry runs are left out then',
    }),
  answer: ({ params, query }, signal) => getCanaryRuns({ ...params, ...query }, signal),
});
