import { z } from 'zod';
import { usualErrors } from '../errors';
import { operation } from '../operation';
import { membersOfFleet } from '../wire/fleet-members';
import { fleetDetails, fleetMembers } from '../wire/fleet-output';
import { farmId, fleetId } from '../wire/inputs';

/** [?] A fleet must have a role. This one belongs to no account, because nothing runs. */
const ROLE = 'arn:aws:iam::000000000000:role/local-aws-fleet';

export const getFleet = operation({
  name: 'GetFleet',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}/fleets/{fleetId}',
  errors: usualErrors,
  output: z.strictObject({ ...fleetMembers, ...fleetDetails }),
  input: z.object({ farmId, fleetId }),
  handle: ({ farmId, fleetId }, { world }) => ({
    body: { ...membersOfFleet(farmId, world.farms.fleet(farmId, fleetId)), roleArn: ROLE },
  }),
});
