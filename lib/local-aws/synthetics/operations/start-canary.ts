import { z } from 'zod';
import { operation } from '../operation';
import { canaryName } from '../wire/inputs';
import { emptyOutput } from '../wire/outputs';

/** Starts a canary's schedule. A rate counts from now, and its first run starts at once. */
export const startCanary = operation({
  name: 'StartCanary',
  method: 'POST',
  path: '/canary/{name}/start',
  errors: [
    'ConflictException',
    'InternalServerException',
    'ResourceNotFoundException',
    'ValidationException',
  ],
  output: emptyOutput,
  input: z.object({ name: canaryName }),
  handle: async ({ name }, { world }) => {
    await world.canaries.start(name);
    return { body: {} };
  },
});
