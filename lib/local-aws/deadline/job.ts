/** What is known of a job without its sessions. Instants in epoch milliseconds. */
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
  /** One of its tasks fails in the end. */
  fails: boolean;
};

/** The sessions of a job as they stand. */
export type JobSessions = {
  ended: number;
  running: number;
  waiting: number;
  startedAt?: number;
  lastEnd: number;
};

export type TaskCounts = Partial<Record<'READY' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELED', number>>;

/** A job as its sessions make it. */
export type JobState = Job & {
  taskRunStatus: keyof TaskCounts;
  taskRunStatusCounts: TaskCounts;
  startedAt?: number;
  endedAt?: number;
};

/**
 * [?] A session is one task of its job: READY before it starts, RUNNING until it ends. A job whose sessions never came
 * was cancelled.
 */
export function stateOf(job: Job, sessions: JobSessions | undefined, now: number): JobState {
  if (!sessions) {
    const status = now < job.to ? 'READY' : 'CANCELED';
    const ended = status === 'CANCELED' ? { endedAt: job.to } : {};
    return { ...job, taskRunStatus: status, taskRunStatusCounts: { [status]: 1 }, ...ended };
  }
  const { ended, running, waiting, startedAt, lastEnd } = sessions;
  const done = running === 0 && waiting === 0;
  const failed = done && job.fails ? 1 : 0;
  const counts: [keyof TaskCounts, number][] = [
    ['RUNNING', running],
    ['READY', waiting],
    ['FAILED', failed],
    ['SUCCEEDED', ended - failed],
  ];
  const present = counts.filter(([, count]) => count > 0);
  return {
    ...job,
    taskRunStatus: present[0]?.[0] ?? 'READY',
    taskRunStatusCounts: Object.fromEntries(present),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(done ? { endedAt: lastEnd } : {}),
  };
}
