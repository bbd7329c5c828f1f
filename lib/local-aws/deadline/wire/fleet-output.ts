import { z } from 'zod';
import { FLEET_STATUSES } from '../farm';
import { farmId, fleetId } from './inputs';
import { audit, description, name, roleArn, storageProfileId, whole } from './output';

const range = (min: number, max: number) =>
  z.strictObject({
    min: z.number().int().min(min).max(max),
    max: z.number().int().min(min).max(max).optional(),
  });

const MAX_INTEGER = 2_147_483_647;
const vCpuCount = range(1, 10_000);
const memoryMiB = range(512, MAX_INTEGER);
const instanceTypes = z.array(z.string().min(1).max(100)).min(1).max(100);
const cpuArchitectureType = z.enum(['x86_64', 'arm64']);

const amount = z.strictObject({
  name: z.string().min(1).max(100),
  min: z.number(),
  max: z.number().optional(),
});
const attribute = z.strictObject({
  name: z.string().min(1).max(100),
  values: z
    .array(z.string().regex(/^[a-zA-Z_][\w-]{0,99}$/))
    .min(1)
    .max(10),
});
const custom = {
  customAmounts: z.array(amount).min(1).max(15).optional(),
  customAttributes: z.array(attribute).min(1).max(15).optional(),
};

const customerManaged = z.strictObject({
  mode: z.enum(['NO_SCALING', 'EVENT_BASED_AUTO_SCALING']),
  autoScalingConfiguration: z
    .strictObject({
      standbyWorkerCount: whole.optional(),
      workerIdleDurationSeconds: whole.optional(),
      scaleOutWorkersPerMinute: whole.min(1).optional(),
    })
    .optional(),
  workerCapabilities: z.strictObject({
    vCpuCount,
    memoryMiB,
    acceleratorTypes: z.array(z.literal('gpu')).optional(),
    acceleratorCount: range(0, MAX_INTEGER).optional(),
    acceleratorTotalMemoryMiB: range(0, MAX_INTEGER).optional(),
    osFamily: z.enum(['WINDOWS', 'LINUX', 'MACOS']),
    cpuArchitectureType,
    ...custom,
  }),
  storageProfileId: storageProfileId.optional(),
  tagPropagationMode: z.enum(['NO_PROPAGATION', 'PROPAGATE_TAGS_TO_WORKERS_AT_LAUNCH']).optional(),
});

const acceleratorCapabilities = z.strictObject({
  selections: z.array(
    z.strictObject({
      name: z.enum(['t4', 'a10g', 'l4', 'l40s', 'rtx-pro-server-6000']),
      runtime: z.string().min(1).max(100).optional(),
    }),
  ),
  count: range(0, MAX_INTEGER).optional(),
});

const serviceManagedEc2 = z.strictObject({
  instanceCapabilities: z.strictObject({
    vCpuCount,
    memoryMiB,
    osFamily: z.enum(['WINDOWS', 'LINUX']),
    cpuArchitectureType,
    rootEbsVolume: z
      .strictObject({
        sizeGiB: z.number().int().optional(),
        iops: z.number().int().min(3000).max(16_000).optional(),
        throughputMiB: z.number().int().min(125).max(1000).optional(),
      })
      .optional(),
    acceleratorCapabilities: acceleratorCapabilities.optional(),
    allowedInstanceTypes: instanceTypes.optional(),
    excludedInstanceTypes: instanceTypes.optional(),
    softwareAddOns: z
      .array(z.strictObject({ name: z.literal('docker') }))
      .max(10)
      .optional(),
    ...custom,
  }),
  instanceMarketOptions: z.strictObject({ type: z.enum(['on-demand', 'spot', 'wait-and-save']) }),
  vpcConfiguration: z
    .strictObject({ resourceConfigurationArns: z.array(z.string().min(1).max(2048)).max(10).optional() })
    .optional(),
  storageProfileId: storageProfileId.optional(),
  persistentVolumeConfiguration: z
    .strictObject({
      sizeGiB: z.number().int().min(1).max(65_536).optional(),
      iops: z.number().int().min(100).max(80_000).optional(),
      throughputMiB: z.number().int().min(125).max(2000).optional(),
      mountPath: z.string().min(1).max(255),
      lastUsedTtlHours: z.number().int().min(1).max(8760).optional(),
    })
    .optional(),
  autoScalingConfiguration: z
    .strictObject({
      standbyWorkerCount: whole.optional(),
      workerIdleDurationSeconds: z.number().int().min(0).max(86_400).optional(),
      scaleOutWorkersPerMinute: whole.min(1).optional(),
    })
    .optional(),
});

/** Members of a fleet in ListFleets and GetFleet. */
export const fleetMembers = {
  fleetId,
  farmId,
  displayName: name,
  status: z.enum(FLEET_STATUSES),
  statusMessage: z.string().optional(),
  autoScalingStatus: z.enum(['GROWING', 'STEADY', 'SHRINKING']).optional(),
  targetWorkerCount: z.number().int().optional(),
  workerCount: z.number().int(),
  minWorkerCount: whole,
  maxWorkerCount: whole,
  configuration: z.union([z.strictObject({ customerManaged }), z.strictObject({ serviceManagedEc2 })]),
  ...audit,
};

/** The additional members of GetFleet. */
export const fleetDetails = {
  description: description.optional(),
  hostConfiguration: z
    .strictObject({
      scriptBody: z.string().max(15_000),
      scriptTimeoutSeconds: z.number().int().min(300).max(3600).optional(),
    })
    .optional(),
  capabilities: z
    .strictObject({
      amounts: z.array(amount).min(1).max(25).optional(),
      attributes: z.array(attribute).min(1).max(25).optional(),
    })
    .optional(),
  roleArn,
};
