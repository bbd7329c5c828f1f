/** A job without its sessions. Instants in epoch milliseconds. */
export type Job = {
  jobId: string;
  name: string;
  userId: string;
  /** 0–100. */
  priority: number;
  createdAt: number;
  /** Its sessions start within this span, end exclusive. */
  from: number;
  to: number;
  /** Whether one of its tasks fails in the end. */
  fails: boolean;
};

/** A job's position in the list of its queue. */
export type JobPosition = Pick<Job, 'createdAt' | 'jobId'>;

/** Compares jobs for a list, newest first. */
export function newestFirst(a: JobPosition, b: JobPosition): number {
  return b.createdAt - a.createdAt || Number(a.jobId < b.jobId) - Number(a.jobId > b.jobId);
}

/** A job's sessions as of some instant. */
export type JobSessions = {
  ended: number;
  running: number;
  waiting: number;
  startedAt?: number;
  lastEnd: number;
};

export type TaskCounts = Partial<Record<'READY' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELED', number>>;

export type JobState = Job & {
  taskRunStatus: keyof TaskCounts;
  taskRunStatusCounts: TaskCounts;
  startedAt?: number;
  endedAt?: number;
};

/**
 * [?] A session is one task of its job: READY before it starts, RUNNING until it ends. A job that never had sessions
 * was cancelled.
 */
export function stateOf(job: Job, sessions: JobSessions | undefined, now: number): JobState {
  if (!sessions) {
    const status = now < job.to ? 'READY' : 'CANCELED';
    const ended = status === 'CANCELED' ? { endedAt: job.to } : {};
    return { ...job, taskRunStatus: status, taskRunStatusCounts: { [status]: 1 }, ...ended };
  }
  const { ended, running, waiting, startedAt, lastEnd } = sessions;
  const isDone = running === 0 && waiting === 0;
  const failed = isDone && job.fails ? 1 : 0;
  const counts: [keyof TaskCounts, number][] = [
    ['RUNNING', running],
    ['READY', waiting],
    ['FAILED', failed],
    ['SUCCEEDED', ended - failed],
  ];
  const nonZero = counts.filter(([, count]) => count > 0);
  return {
    ...job,
    taskRunStatus: nonZero[0]?.[0] ?? 'READY',
    taskRunStatusCounts: Object.fromEntries(nonZero),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(isDone ? { endedAt: lastEnd } : {}),
  };
}
