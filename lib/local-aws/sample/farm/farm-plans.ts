import type { SampleInstanceType, SampleProduct } from './prices';

export type FleetPlan = {
  name: string;
  workers: number;
  instanceTypes: SampleInstanceType[];
  vCpus: [number, number];
  memoryGiB: [number, number];
  accelerator?: string;
  volume?: true;
};

/** The maximum cost of a queue in a month, and whether it is stopped when that is spent. */
export type BudgetPlan = { limitUsd: number; stops: boolean };

export type QueuePlan = {
  name: string;
  weight: number;
  medianMinutes: number;
  products: SampleProduct[];
  fleets: Record<string, number>;
  budget: BudgetPlan;
  idle?: true;
};

export type FarmPlan = {
  name: string;
  description: string;
  costScaleFactor: number;
  sessionsPerDay: number;
  users: number;
  fleets: FleetPlan[];
  queues: QueuePlan[];
};

/** The sample farms. Weights are relative to each other; a queue names its fleets. */
export const FARM_PLANS: readonly FarmPlan[] = [
  {
    name: 'Sample farm',
    description: 'Sample data. EC2 prices: us-east-1, Linux, on demand. Licence prices are illustrative.',
    costScaleFactor: 1,
    sessionsPerDay: 400,
    users: 14,
    fleets: [
      {
        name: 'cpu-render',
        workers: 48,
        instanceTypes: ['c6i.4xlarge', 'c6i.8xlarge', 'c6a.4xlarge', 'c7i.4xlarge'],
        vCpus: [16, 32],
        memoryGiB: [32, 64],
      },
      {
        name: 'cpu-high-memory',
        workers: 16,
        instanceTypes: ['m6i.4xlarge', 'r6i.4xlarge'],
        vCpus: [16, 16],
        memoryGiB: [64, 128],
        volume: true,
      },
      {
        name: 'gpu-a10g',
        workers: 12,
        instanceTypes: ['g5.2xlarge', 'g5.4xlarge'],
        vCpus: [8, 16],
        memoryGiB: [32, 64],
        accelerator: 'a10g',
      },
      {
        name: 'gpu-l4',
        workers: 10,
        instanceTypes: ['g6.2xlarge', 'g6.4xlarge'],
        vCpus: [8, 16],
        memoryGiB: [32, 64],
        accelerator: 'l4',
      },
    ],
    queues: [
      {
        name: 'lighting',
        weight: 34,
        medianMinutes: 42,
        products: ['Arnold', 'Maya'],
        budget: { limitUsd: 5200, stops: false },
        fleets: { 'cpu-render': 8, 'cpu-high-memory': 2 },
      },
      {
        name: 'fx',
        weight: 18,
        medianMinutes: 65,
        products: ['Houdini', 'Redshift'],
        budget: { limitUsd: 6000, stops: true },
        fleets: { 'cpu-high-memory': 6, 'gpu-a10g': 4 },
      },
      {
        name: 'comp',
        weight: 22,
        medianMinutes: 14,
        products: ['Nuke'],
        budget: { limitUsd: 2000, stops: true },
        fleets: { 'cpu-render': 9, 'cpu-high-memory': 1 },
      },
      {
        name: 'lookdev',
        weight: 12,
        medianMinutes: 24,
        products: ['V-Ray', 'KeyShot'],
        budget: { limitUsd: 700, stops: false },
        fleets: { 'cpu-render': 5, 'gpu-l4': 5 },
      },
      {
        name: 'layout',
        weight: 9,
        medianMinutes: 9,
        products: ['Maya'],
        budget: { limitUsd: 250, stops: true },
        fleets: { 'cpu-render': 1 },
      },
      {
        name: 'previs',
        weight: 5,
        medianMinutes: 12,
        products: ['Cinema 4D', 'Redshift'],
        budget: { limitUsd: 200, stops: true },
        fleets: { 'gpu-l4': 1 },
        idle: true,
      },
    ],
  },
  {
    name: 'Sample farm (small)',
    description: 'Sample data: a small farm with a discount (cost scale factor 0.85).',
    costScaleFactor: 0.85,
    sessionsPerDay: 18,
    users: 3,
    fleets: [
      {
        name: 'gpu-t4',
        workers: 2,
        instanceTypes: ['g4dn.xlarge'],
        vCpus: [4, 4],
        memoryGiB: [16, 16],
        accelerator: 't4',
      },
    ],
    queues: [
      {
        name: 'motion',
        weight: 1,
        medianMinutes: 18,
        products: ['Cinema 4D'],
        budget: { limitUsd: 160, stops: false },
        fleets: { 'gpu-t4': 1 },
      },
    ],
  },
];
