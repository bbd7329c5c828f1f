/** A farm with its queues and fleets. Instants in epoch milliseconds. */
export type Farm = {
  farmId: string;
  displayName: string;
  /** Lists of farms are sorted by rank, then by display name. */
  rank: number;
  description: string;
  /** Factor applied to calculated costs, 0–100. */
  costScaleFactor: number;
  createdAt: number;
  createdBy: string;
  queues: Queue[];
  fleets: Fleet[];
};

export const QUEUE_STATUSES = ['IDLE', 'SCHEDULING', 'SCHEDULING_BLOCKED'] as const;

export type Queue = {
  queueId: string;
  displayName: string;
  /** Lists of queues are sorted by rank, then by display name. */
  rank: number;
  status: (typeof QUEUE_STATUSES)[number];
  createdAt: number;
  createdBy: string;
};

export const FLEET_STATUSES = [
  'ACTIVE',
  'CREATE_IN_PROGRESS',
  'UPDATE_IN_PROGRESS',
  'CREATE_FAILED',
  'UPDATE_FAILED',
  'SUSPENDED',
] as const;

/** A service-managed fleet of on-demand Linux instances. */
export type Fleet = {
  fleetId: string;
  displayName: string;
  /** Lists of fleets are sorted by rank, then by display name. */
  rank: number;
  status: (typeof FLEET_STATUSES)[number];
  workerCount: number;
  maxWorkerCount: number;
  instanceTypes: string[];
  vCpuCount: { min: number; max?: number };
  memoryMiB: { min: number; max?: number };
  /** Name of the GPU, such as `l4`. */
  accelerator?: string;
  createdAt: number;
  createdBy: string;
};
