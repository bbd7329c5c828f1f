import { z } from 'zod';
import { usualErrors } from '../errors';
import { FLEET_STATUSES } from '../farm';
import { operation } from '../operation';
import { listKey, pageOf } from '../pages';
import { membersOfFleet } from '../wire/fleet-members';
import { fleetMembers } from '../wire/fleet-output';
import { farmId, paging, principalId } from '../wire/inputs';
import { nextToken } from '../wire/output';

/** [?] `displayName` matches the whole name. */
export const listFleets = operation({
  name: 'ListFleets',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}/fleets',
  errors: usualErrors,
  output: z.strictObject({ fleets: z.array(z.strictObject(fleetMembers)), nextToken }),
  input: z.object({
    farmId,
    ...paging,
    principalId,
    displayName: z.string().min(1).max(100).optional(),
    status: z.enum(FLEET_STATUSES).optional(),
  }),
  handle: async (input, { world }) => {
    const farm = world.farms.farm(input.farmId);
    const binding = ['ListFleets', farm.farmId, input.principalId, input.displayName, input.status];
    const found = farm.fleets.filter(
      ({ displayName, status }) =>
        (input.displayName === undefined || displayName === input.displayName) &&
        (input.status === undefined || status === input.status),
    );
    const { items, ...next } = await pageOf(world, input, binding, found, (fleet) =>
      listKey(fleet, fleet.fleetId),
    );
    return { body: { fleets: items.map((fleet) => membersOfFleet(farm.farmId, fleet)), ...next } };
  },
});
