import { z } from 'zod';
import { artifactName, canaryName, runLocation } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { getWaterfall } from '@/lib/server/synthetics/artifacts/get-waterfall';

export const GET = route({
  need: 'view',
  about: 'Reads the requests in a HAR file that a run left.',
  params: z.object({ name: canaryName }),
  query: z.object({ location: runLocation, file: artifactName }),
  answer: ({ params, query }, signal) => getWaterfall({ ...params, ...query }, signal),
});
