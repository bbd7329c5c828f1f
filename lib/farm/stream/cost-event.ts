import type { Coverage } from '@/lib/answer/answer';
import type { Problem } from '@/lib/answer/problem';
import type { OffsetSegment } from '../plan/offset-segments';
import type { AggregationPeriod, AwsKey } from '../session-statistics';
import type { RowChunk } from './row-chunk';

/** What a viewer waits for. */
export type CostStep =
  | { phase: 'starting' }
  /** Other requests of this dashboard for the same farm come first: `place` of them, the running one included. */
  | { phase: 'line'; place: number }
  /** AWS runs an aggregation that somebody else started. */
  | { phase: 'busy'; retryAfterSeconds: number }
  | { phase: 'aggregating' }
  | { phase: 'reading' };

export type CostProgress = CostStep & {
  /** Aggregations of the answer: the number of the current one, from 1, and how many there are. */
  aggregation: number;
  aggregationCount: number;
  /** Rows read so far. */
  rowCount: number;
};

/** Why there is no answer. */
export type CostFailure =
  /** AWS ended an aggregation without a result. */
  { status: 'FAILED' | 'TIMEOUT'; statusMessage?: string } | { status: 'PROBLEM'; problem: Problem };

/** One line of the answer to a query of costs: the plan, then progress and rows, at last the end or a failure. */
export type CostEvent =
  | {
      type: 'plan';
      segments: OffsetSegment[];
      period: AggregationPeriod;
      /** The keys of the rows, in the order of their columns. */
      keys: AwsKey[];
      notes: string[];
    }
  | { type: 'progress'; progress: CostProgress }
  | { type: 'rows'; aggregation: number; segment: number; chunk: RowChunk }
  | {
      type: 'end';
      /** When the first of the aggregations started, epoch milliseconds: later sessions may be missing. */
      asOf: number;
      /** The part of the range that all rows were read of. */
      coverage: Coverage;
      /** Rows read: those that differ only in their aggregation become one. */
      rowCount: number;
      /** There are more rows than an answer may have: later ones of the range and of the queues or fleets are missing. */
      isCut: boolean;
    }
  | { type: 'failed'; failure: CostFailure };
