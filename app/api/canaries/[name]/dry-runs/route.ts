import { z } from 'zod';
import { canaryName } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { startDryRun } from '@/lib/server/synthetics/start-dry-run';

export const POST = route({
  need: 'startDryRuns',
  about: 'Starts a dry run, in local-aws alone.',
  answers: 'other',
  params: z.object({ name: canaryName }),
  answer: ({ params }, signal) => startDryRun(params.name, signal),
});
