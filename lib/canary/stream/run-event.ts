import type { Problem } from '@/lib/answer/problem';
import type { RunChunk } from './run-chunk';

/** One line of the answer to a request for a canary's runs: runs and progress, at last the end or a failure. */
export type RunsEvent =
  /** Some runs. A later line may have a newer state of the same run. */
  | { type: 'runs'; chunk: RunChunk }
  | {
      type: 'progress';
      /** Runs read so far. */
      runCount: number;
      /** All runs from here on were read, epoch milliseconds; null as long as none was. */
      knownFrom: number | null;
    }
  | {
      type: 'end';
      /** When AWS was asked for the newest runs, epoch milliseconds. */
      asOf: number;
      /** All runs from here on are in the answer, epoch milliseconds; null if there are none before it. */
      knownFrom: number | null;
      /** Both passed and failed runs are known from here on, epoch milliseconds; null if that is unknown. */
      completeFrom: number | null;
      runCount: number;
      /** Whether older runs were not read because there are too many. */
      isCut: boolean;
      warnings: string[];
      /** Why there are no newer runs than these, which were read earlier. */
      stale?: Problem;
    }
  | { type: 'failed'; problem: Problem };
