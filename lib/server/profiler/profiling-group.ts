import { z } from 'zod';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { optional, wireDate } from '../aws/wire';

/** A profiling group of CodeGuru Profiler's answers, as a domain ProfilingGroup. */
export const profilingGroup = z
  .object({
    name: z.string().min(1),
    computePlatform: optional(z.string()),
    createdAt: optional(wireDate),
    updatedAt: optional(wireDate),
    agentOrchestrationConfig: optional(z.object({ profilingEnabled: optional(z.boolean()) })),
    profilingStatus: optional(
      z.object({
        latestAgentProfileReportedAt: optional(wireDate),
        latestAggregatedProfile: optional(
          z.object({ start: optional(wireDate), period: optional(z.string()) }),
        ),
      }),
    ),
  })
  .transform((group): ProfilingGroup => {
    const { start, period } = group.profilingStatus?.latestAggregatedProfile ?? {};
    return {
      name: group.name,
      computePlatform: group.computePlatform ?? 'Default',
      createdAt: group.createdAt,
      updatedAt: group.updatedAt,
      agentOrchestrationEnabled: group.agentOrchestrationConfig?.profilingEnabled,
      latestAgentProfileReportedAt: group.profilingStatus?.latestAgentProfileReportedAt,
      latestAggregatedProfile: start !== undefined && period !== undefined ? { start, period } : undefined,
    };
  });
