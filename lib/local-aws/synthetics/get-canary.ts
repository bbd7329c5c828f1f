import { z } from 'zod';
import { operation } from '../protocol/operation';
import { notFound } from './errors';
import { canaryName, dryRunId } from './inputs';
import { toWireCanary } from './wire';

/** One canary, with its newest dry run or the one that is asked for. */
export const getCanary = operation({
  service: 'synthetics',
  name: 'GetCanary',
  method: 'GET',
  path: '/canary/{name}',
  input: z.object({ name: canaryName, dryRunId }),
  handle: ({ name, dryRunId }, { world }) => {
    const now = world.clock.now();
    const canary = world.canaries.find(name);
    const dryRun = canary.dryRun?.(now, dryRunId);
    if (dryRunId !== undefined && !dryRun) throw notFound(`${name} has no dry run ${dryRunId}.`);
    return { body: { Canary: toWireCanary(canary, now, dryRun) } };
  },
});
