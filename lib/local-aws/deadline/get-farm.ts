import { z } from 'zod';
import { operation } from '../protocol/operation';
import { farmId } from './inputs';

export const getFarm = operation({
  service: 'deadline',
  name: 'GetFarm',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}',
  input: z.object({ farmId }),
  handle: (input, { world }) => {
    const { farmId, displayName, description, createdAt, createdBy, costScaleFactor } = world.farms.farm(
      input.farmId,
    );
    return {
      body: {
        farmId,
        displayName,
        description,
        createdAt: new Date(createdAt).toISOString(),
        createdBy,
        costScaleFactor,
      },
    };
  },
});
