import { z } from 'zod';
import { operation } from '../protocol/operation';
import { FLEET_STATUSES, type Fleet } from './farm';
import { farmId, paging, principalId } from './inputs';
import { pageOf } from './pages';

/** [?] `displayName` is compared whole. */
export const listFleets = operation({
  service: 'deadline',
  name: 'ListFleets',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}/fleets',
  input: z.object({
    farmId,
    ...paging,
    principalId,
    displayName: z.string().min(1).max(100).optional(),
    status: z.enum(FLEET_STATUSES).optional(),
  }),
  handle: (input, { world }) => {
    const farm = world.farms.farm(input.farmId);
    const binding = ['ListFleets', farm.farmId, input.principalId, input.displayName, input.status];
    const found = farm.fleets.filter(
      ({ displayName, status }) =>
        (input.displayName === undefined || displayName === input.displayName) &&
        (input.status === undefined || status === input.status),
    );
    const { items, ...next } = pageOf(world, input, binding, found);
    return { body: { fleets: items.map((fleet) => summary(farm.farmId, fleet)), ...next } };
  },
});

function summary(farmId: string, fleet: Fleet): object {
  return {
    farmId,
    fleetId: fleet.fleetId,
    displayName: fleet.displayName,
    status: fleet.status,
    autoScalingStatus: 'STEADY',
    targetWorkerCount: fleet.workerCount,
    workerCount: fleet.workerCount,
    minWorkerCount: 0,
    maxWorkerCount: fleet.maxWorkerCount,
    configuration: {
      serviceManagedEc2: {
        instanceCapabilities: {
          vCpuCount: fleet.vCpuCount,
          memoryMiB: fleet.memoryMiB,
          osFamily: 'LINUX',
          cpuArchitectureType: 'x86_64',
          ...(fleet.accelerator
            ? { acceleratorCapabilities: { selections: [{ name: fleet.accelerator }], count: { min: 1 } } }
            : {}),
          allowedInstanceTypes: fleet.instanceTypes,
        },
        instanceMarketOptions: { type: 'on-demand' },
      },
    },
    createdAt: new Date(fleet.createdAt).toISOString(),
    createdBy: fleet.createdBy,
  };
}
