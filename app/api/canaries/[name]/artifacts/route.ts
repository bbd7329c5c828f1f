import { z } from 'zod';
import { canaryName, runLocation } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { listArtifacts } from '@/lib/server/synthetics/artifacts/list-artifacts';

export const GET = route({
  need: 'view',
  about: 'Lists the files that a run left.',
  params: z.object({ name: canaryName }),
  query: z.object({ location: runLocation }),
  answer: ({ params, query }, signal) => listArtifacts({ ...params, ...query }, signal),
});
