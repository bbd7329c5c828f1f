import { z } from 'zod';
import { operation } from '../protocol/operation';
import { paging, principalId } from './inputs';
import { pageOf } from './pages';

export const listFarms = operation({
  service: 'deadline',
  name: 'ListFarms',
  method: 'GET',
  path: '/2023-10-12/farms',
  input: z.object({ ...paging, principalId }),
  handle: (input, { world }) => {
    const binding = ['ListFarms', input.principalId];
    const { items, ...next } = pageOf(world, input, binding, world.farms.farms);
    const farms = items.map(({ farmId, displayName, createdAt, createdBy }) => ({
      farmId,
      displayName,
      createdAt: new Date(createdAt).toISOString(),
      createdBy,
    }));
    return { body: { farms, ...next } };
  },
});
