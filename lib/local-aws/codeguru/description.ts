import { groupArn } from './arn';
import type { ProfilingGroup } from './store/profiling-group';
import { tagsOf } from './tags';

/** A group as a ProfilingGroupDescription; members without a value are absent. */
export function describeGroup(served: ProfilingGroup, now: number): object {
  const group = served.description;
  const aggregated = served.latestAggregated(now);
  return {
    name: group.name,
    arn: groupArn(group.name),
    computePlatform: group.computePlatform,
    createdAt: iso(group.createdAt),
    updatedAt: iso(group.updatedAt),
    agentOrchestrationConfig: { profilingEnabled: group.profilingEnabled },
    profilingStatus: {
      latestAgentOrchestratedAt: iso(group.latestAgentOrchestratedAt),
      latestAgentProfileReportedAt: iso(served.latestReport(now)),
      latestAggregatedProfile: aggregated && {
        start: iso(aggregated.start),
        period: aggregated.aggregation.period,
      },
    },
    tags: tagsOf(group.tags),
  };
}

function iso(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}
