import type { Span } from '@/lib/time/range';

/** The form of a profiling group's name. */
export const GROUP_NAME = /^[\w-]{1,255}$/;

export type ProfilingGroup = {
  name: string;
  computePlatform: string;
  createdAt?: number;
  updatedAt?: number;
  agentOrchestrationEnabled?: boolean;
  latestAgentProfileReportedAt?: number;
  latestAggregatedProfile?: { start: number; period: string };
  /** The instant from which its hourly profiles were recorded. */
  recordedFrom?: number;
  /** The times after it of which nothing was recorded. */
  unrecorded?: Span[];
};

/** Start times of existing aggregated profiles of one period (PT5M, PT1H, P1D). */
export type ProfileTimes = { group: string; period: string; starts: number[]; nextToken?: string };
