import type { Budget } from '../budget';
import type { Farm } from '../farm';
import type { Job, JobPosition } from '../job';

/** One farm and where its data comes from. Instants in epoch milliseconds; the end of a span is exclusive. */
export type FarmSource = {
  farm: Farm;
  /** Start of the farm's history; sessions before it don't count. */
  historyStart(now: number): number;
  /** Stores the session records of a span that aren't in the database yet. */
  loadSessions(from: number, to: number, signal?: AbortSignal): Promise<void>;
  /** At most `count` jobs of a queue that were submitted by `now`, newest first, after a position in that order. */
  jobs(queueId: string, now: number, count: number, after?: JobPosition): Promise<readonly Job[]>;
  /** The jobs of a queue, among the given ones, that were submitted by `now`. */
  findJobs(queueId: string, jobIds: readonly string[], now: number): Promise<readonly Job[]>;
  /** The budgets of the farm's queues, each queue's newest first, as of `now`. */
  budgets(now: number): readonly Budget[];
};
