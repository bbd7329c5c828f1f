import { z } from 'zod';
import { artifactName, canaryName, runLocation } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { getArtifactText } from '@/lib/server/synthetics/artifacts/get-artifact-text';

export const GET = route({
  need: 'view',
  about: 'Reads a text that a run left, such as its log.',
  params: z.object({ name: canaryName }),
  query: z.object({ location: runLocation, file: artifactName }),
  answer: ({ params, query }, signal) => getArtifactText({ ...params, ...query }, signal),
});
