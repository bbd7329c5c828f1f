import type { JobState } from '../job';

/** A job as ListJobs, GetJob and BatchGetJob have it. */
export function membersOfJob(job: JobState): object {
  return {
    jobId: job.jobId,
    name: job.name,
    lifecycleStatus: 'CREATE_COMPLETE',
    lifecycleStatusMessage: 'The job was made.',
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
