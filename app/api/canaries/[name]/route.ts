import { z } from 'zod';
import { canaryName, dryRunId } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { showCanary } from '@/lib/server/synthetics/get-canary';

export const GET = route({
  need: 'view',
  about: 'Describes a canary, or the version of it that a dry run tried.',
  params: z.object({ name: canaryName }),
  query: z.object({ dryRunId: dryRunId.optional() }),
  answer: ({ params, query }, signal) => showCanary({ ...params, ...query }, signal),
});
