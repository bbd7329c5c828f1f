import { z } from 'zod';
import { listErrors } from '../errors';
import { operation } from '../operation';
import { listKey, pageOf } from '../pages';
import { farmMembers } from '../wire/farm-output';
import { paging, principalId } from '../wire/inputs';
import { nextToken } from '../wire/output';

export const listFarms = operation({
  name: 'ListFarms',
  method: 'GET',
  path: '/2023-10-12/farms',
  errors: listErrors,
  output: z.strictObject({ farms: z.array(z.strictObject(farmMembers)), nextToken }),
  input: z.object({ ...paging, principalId }),
  handle: async (input, { world }) => {
    const binding = ['ListFarms', input.principalId];
    const { items, ...next } = await pageOf(world, input, binding, world.farms.farms, (farm) =>
      listKey(farm, farm.farmId),
    );
    const farms = items.map(({ farmId, displayName, createdAt, createdBy }) => ({
      farmId,
      displayName,
      createdAt: new Date(createdAt).toISOString(),
      createdBy,
    }));
    return { body: { farms, ...next } };
  },
});
