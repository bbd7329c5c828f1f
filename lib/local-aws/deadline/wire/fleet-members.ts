import type { Fleet } from '../farm';

/** The members of a fleet in ListFleets and GetFleet. */
export function membersOfFleet(farmId: string, fleet: Fleet): object {
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
          ...(fleet.instanceTypes.length > 0 ? { allowedInstanceTypes: fleet.instanceTypes } : {}),
        },
        instanceMarketOptions: { type: 'on-demand' },
      },
    },
    createdAt: new Date(fleet.createdAt).toISOString(),
    createdBy: fleet.createdBy,
  };
}
