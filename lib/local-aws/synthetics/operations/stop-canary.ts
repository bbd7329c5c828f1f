import { z } from 'zod';
import { operation } from '../operation';
import { canaryName } from '../wire/inputs';
import { emptyOutput } from '../wire/outputs';

/** Stops a canary's schedule. The current run is not recorded. */
export const stopCanary = operation({
  name: 'StopCanary',
  method: 'POST',
  path: '/canary/{name}/stop',
  errors: [
    'ConflictException',
    'InternalServerException',
    'ResourceNotFoundException',
    'ValidationException',
  ],
  output: emptyOutput,
  input: z.object({ name: canaryName }),
  handle: async ({ name }, { world }) => {
    await world.canaries.stop(name);
    return { body: {} };
  },
});
