import { createHash } from 'node:crypto';
import type { Farm, Fleet, Queue } from '../../deadline/farm';
import { type BudgetPlan, FARM_PLANS, type FarmPlan, type FleetPlan, type QueuePlan } from './farm-plans';
import type { SampleInstanceType, SampleProduct } from './prices';
import { type Draw, weightedDraw } from './weighted-draw';

/** Raise it when the generator changes the records of a day, so that stored ones are generated again. */
export const SAMPLE_VERSION = 1;

const SEED = 'triptych';
const CREATED_AT = Date.UTC(2025, 2, 3, 9);
const GIB = 1024;

export type SampleFleet = {
  fleet: Fleet;
  instanceTypes: SampleInstanceType[];
  /** Whether sessions have a persistent volume, which is billed in addition to the instance. */
  hasVolume: boolean;
};

export type SampleQueue = {
  queue: Queue;
  /** Its share of the farm's sessions, relative to the other queues. */
  weight: number;
  medianMinutes: number;
  products: SampleProduct[];
  drawFleet: Draw<SampleFleet>;
  budget: BudgetPlan;
};

export type SampleFarm = {
  seed: string;
  farm: Farm;
  /** On a usual weekday. */
  sessionsPerDay: number;
  queues: SampleQueue[];
  drawQueue: Draw<SampleQueue>;
  userIds: string[];
};

/** An id in the service's format, a function of the seed and the words. */
export function sampleId(prefix: string, ...words: (string | number)[]): string {
  return `${prefix}-${digest(words).slice(0, 32)}`;
}

function digest(words: (string | number)[]): string {
  return createHash('sha256')
    .update([SEED, ...words].join('\u0000'))
    .digest('hex');
}

/** A user's id in the format of IAM Identity Center. */
function userId(farmId: string, n: number): string {
  const hex = digest([farmId, 'user', n]);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return `90670d1a2b-${parts.join('-')}`;
}

const created = { createdAt: CREATED_AT, createdBy: 'sample-data' };

export const sampleFarms: readonly SampleFarm[] = FARM_PLANS.map(buildFarm);

function buildFarm(plan: FarmPlan): SampleFarm {
  const farmId = sampleId('farm', plan.name);
  const fleets = plan.fleets.map((fleet, rank) => buildFleet(farmId, fleet, rank));
  const queues = plan.queues.map((queue, rank) => buildQueue(farmId, queue, rank, fleets));
  return {
    seed: SEED,
    farm: {
      farmId,
      displayName: plan.name,
      rank: 0,
      description: plan.description,
      costScaleFactor: plan.costScaleFactor,
      ...created,
      queues: queues.map(({ queue }) => queue),
      fleets: fleets.map(({ fleet }) => fleet),
    },
    sessionsPerDay: plan.sessionsPerDay,
    queues,
    drawQueue: weightedDraw(queues, ({ weight }) => weight),
    userIds: Array.from({ length: plan.users }, (_, n) => userId(farmId, n)),
  };
}

function buildFleet(farmId: string, plan: FleetPlan, rank: number): SampleFleet {
  const [minMemory, maxMemory] = plan.memoryGiB;
  const [minVCpus, maxVCpus] = plan.vCpus;
  const fleet: Fleet = {
    fleetId: sampleId('fleet', farmId, plan.name),
    displayName: plan.name,
    rank,
    status: 'ACTIVE',
    workerCount: plan.workers,
    maxWorkerCount: plan.workers * 4,
    instanceTypes: plan.instanceTypes,
    vCpuCount: { min: minVCpus, max: maxVCpus },
    memoryMiB: { min: minMemory * GIB, max: maxMemory * GIB },
    ...(plan.accelerator ? { accelerator: plan.accelerator } : {}),
    ...created,
  };
  return { fleet, instanceTypes: plan.instanceTypes, hasVolume: plan.volume ?? false };
}

function buildQueue(farmId: string, plan: QueuePlan, rank: number, fleets: SampleFleet[]): SampleQueue {
  const queue: Queue = {
    queueId: sampleId('queue', farmId, plan.name),
    displayName: plan.name,
    rank,
    status: plan.idle ? 'IDLE' : 'SCHEDULING',
    ...created,
  };
  return {
    queue,
    weight: plan.weight,
    medianMinutes: plan.medianMinutes,
    products: plan.products,
    budget: plan.budget,
    drawFleet: weightedDraw(fleets, ({ fleet }) => plan.fleets[fleet.displayName] ?? 0),
  };
}
