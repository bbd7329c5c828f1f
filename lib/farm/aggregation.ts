import { counted } from '@/lib/answer/counted';
import { ProblemError } from '@/lib/answer/problem';
import type { AggregationStatus, SessionStatistics, StatisticsPage } from './session-statistics';

/** Maximum number of pages, of 100 rows each, that are read; a warning tells when there are more. */
export const MAX_PAGES = 100;

/** The pages of an aggregation that have been read. */
export type StatisticsResult = {
  status: AggregationStatus;
  statusMessage?: string;
  rows: SessionStatistics[];
  hasMore: boolean;
};

/** Merges pages, in their order; undefined before the first. */
export function mergePages(pages: readonly StatisticsPage[]): StatisticsResult | undefined {
  const [first] = pages;
  if (!first) return undefined;
  return {
    status: first.status,
    ...(first.statusMessage ? { statusMessage: first.statusMessage } : {}),
    rows: pages.flatMap(({ rows }) => rows),
    hasMore: pages.at(-1)?.nextToken !== undefined,
  };
}

/** The state of an aggregation, from its start to its last page. */
export type Progress =
  | { phase: 'starting' }
  /** AWS runs one aggregation per farm at a time, and another one is running. */
  | { phase: 'busy'; retryAfterSeconds: number | undefined }
  | { phase: 'aggregating' }
  | { phase: 'reading' }
  | { phase: 'completed' }
  /** There are more pages than `MAX_PAGES`. */
  | { phase: 'truncated' }
  | { phase: 'failed'; status: 'FAILED' | 'TIMEOUT'; message?: string }
  /** The results are gone: AWS keeps them for an hour. */
  | { phase: 'expired' }
  | { phase: 'problem'; error: Error };

export type AggregationState = {
  started: boolean;
  startError: Error | null;
  result: StatisticsResult | undefined;
  pageCount: number;
  readError: Error | null;
};

export function progressOf(state: AggregationState): Progress {
  const { started, startError, result, pageCount, readError } = state;
  if (startError) {
    const problem = startError instanceof ProblemError ? startError.problem : undefined;
    if (problem?.code !== 'ThrottlingException') return { phase: 'problem', error: startError };
    return { phase: 'busy', retryAfterSeconds: problem.retryAfterSeconds };
  }
  if (!started) return { phase: 'starting' };
  if (readError) {
    if (codeOf(readError) === 'ResourceNotFoundException') return { phase: 'expired' };
    return { phase: 'problem', error: readError };
  }
  if (!result) return { phase: 'aggregating' };
  const { status, statusMessage, hasMore } = result;
  switch (status) {
    case 'IN_PROGRESS':
      return { phase: 'aggregating' };
    case 'FAILED':
    case 'TIMEOUT':
      return { phase: 'failed', status, ...(statusMessage ? { message: statusMessage } : {}) };
    case 'COMPLETED':
      if (!hasMore) return { phase: 'completed' };
      return { phase: pageCount < MAX_PAGES ? 'reading' : 'truncated' };
  }
}

const codeOf = (error: Error) => (error instanceof ProblemError ? error.problem.code : undefined);

/** Whether more is to come without the viewer doing anything. */
export const isInProgress = ({ phase }: Progress) =>
  phase === 'starting' || phase === 'busy' || phase === 'aggregating' || phase === 'reading';

/** The current step in a sentence; undefined when nothing is in progress. */
export function progressText(
  progress: Progress,
  resources: { kind: 'queue' | 'fleet'; count: number },
  rowCount: number,
): string | undefined {
  const summed = counted(resources.count, resources.kind);
  switch (progress.phase) {
    case 'starting':
      return `Starting an aggregation of ${summed}`;
    case 'busy':
      return `AWS runs one aggregation per farm at a time and is busy with another. Retrying in ${counted(progress.retryAfterSeconds ?? 15, 'second')}`;
    case 'aggregating':
      return `AWS is aggregating ${summed} · ${counted(rowCount, 'row')} so far`;
    case 'reading':
      return `Reading the aggregation of ${summed} · ${counted(rowCount, 'row')} so far`;
    default:
      return undefined;
  }
}
