import { z } from 'zod';
import { artifactName, canaryName, runLocation } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { getReport } from '@/lib/server/synthetics/artifacts/get-report';

export const GET = route({
  need: 'view',
  about: 'Reads the report of a run, with its steps.',
  params: z.object({ name: canaryName }),
  query: z.object({ location: runLocation, file: artifactName }),
  answer: ({ params, query }, signal) => getReport({ ...params, ...query }, signal),
});
