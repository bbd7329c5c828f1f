import { z } from 'zod';
import { artifactName, canaryName, runLocation } from '@/lib/server/http/fields';
import { fileResponse, route } from '@/lib/server/http/respond';
import { getArtifactFile } from '@/lib/server/synthetics/artifacts/get-artifact-file';

export const GET = route({
  need: 'view',
  about: 'Sends a file that a run left.',
  answers: 'file',
  params: z.object({ name: canaryName }),
  query: z.object({ location: runLocation, file: artifactName }),
  answer: async ({ params, query }, signal) =>
    fileResponse(await getArtifactFile({ ...params, ...query }, signal)),
});
