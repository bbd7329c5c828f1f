import type { JobState } from '../job';

/** The members of a job in ListJobs, GetJob and BatchGetJob. */
export function membersOfJob(job: JobState): object {
  return {
    jobId: job.jobId,
    name: job.name,
    lifecycleStatus: 'CREATE_COMPLETE',
    lifecycleStatusMessage: 'The job was created.',
    priority: job.priority,
    createdAt: iso(job.createdAt),
    createdBy: job.userId,
    startedAt: iso(job.startedAt),
    endedAt: iso(job.endedAt),
    taskRunStatus: job.taskRunStatus,
    taskRunStatusCounts: job.taskRunStatusCounts,
  };
}

function iso(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}
