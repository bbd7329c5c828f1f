import { z } from 'zod';
import { notFound } from '../errors';
import { operation } from '../operation';
import { canaryName, dryRunId } from '../wire/inputs';
import { toWireCanary } from '../wire/members';
import { canaryOutput } from '../wire/outputs';

/** One canary, with its newest dry run or the requested one. */
export const getCanary = operation({
  name: 'GetCanary',
  method: 'GET',
  path: '/canary/{name}',
  errors: ['InternalServerException', 'ValidationException'],
  output: canaryOutput,
  input: z.object({ name: canaryName, dryRunId }),
  handle: async ({ name, dryRunId }, { world }) => {
    const now = world.clock.now();
    const canary = world.canaries.find(name);
    const dryRun = await canary.dryRun?.(now, dryRunId);
    if (dryRunId !== undefined && !dryRun) throw notFound(`${name} has no dry run ${dryRunId}.`);
    return { body: { Canary: toWireCanary(canary, now, dryRun) } };
  },
});
