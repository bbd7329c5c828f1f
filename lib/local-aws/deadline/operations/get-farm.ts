import { z } from 'zod';
import { usualErrors } from '../errors';
import { operation } from '../operation';
import { farmMembers } from '../wire/farm-output';
import { farmId } from '../wire/inputs';
import { description } from '../wire/output';

export const getFarm = operation({
  name: 'GetFarm',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}',
  errors: usualErrors,
  output: z.strictObject({
    ...farmMembers,
    description: description.optional(),
    costScaleFactor: z.number().min(0).max(100),
  }),
  input: z.object({ farmId }),
  handle: (input, { world }) => {
    const { queues, fleets, createdAt, rank, ...farm } = world.farms.farm(input.farmId);
    return { body: { ...farm, createdAt: new Date(createdAt).toISOString() } };
  },
});
