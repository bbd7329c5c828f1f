import { isNotFound, ProblemError } from '@/lib/answer/problem';
import { counted } from '@/lib/answer/words';
import { MAX_PAGES, type StatisticsResult } from './result';

/** Where an aggregation stands, from the start to its last page. */
export type Progress =
  | { phase: 'starting' }
  /** AWS runs one aggregation of a farm at a time, and another one is running. */
  | { phase: 'busy'; retryAfterSeconds: number | undefined }
  | { phase: 'adding-up' }
  | { phase: 'reading' }
  | { phase: 'completed' }
  /** There are more pages than are read. */
  | { phase: 'cut' }
  | { phase: 'failed'; status: 'FAILED' | 'TIMEOUT'; message?: string }
  /** AWS forgot the results: they live an hour. */
  | { phase: 'gone' }
  | { phase: 'problem'; error: Error };

/** What is known of an aggregation: how its start went, its pages so far, why the last page did not come. */
export type AggregationState = {
  started: boolean;
  startError: Error | null;
  result: StatisticsResult | undefined;
  pages: number;
  readError: Error | null;
};

export function progressOf({ started, startError, result, pages, readError }: AggregationState): Progress {
  if (startError) {
    const problem = startError instanceof ProblemError ? startError.problem : undefined;
    if (problem?.code !== 'ThrottlingException') return { phase: 'problem', error: startError };
    return { phase: 'busy', retryAfterSeconds: problem.retryAfterSeconds };
  }
  if (!started) return { phase: 'starting' };
  if (readError) {
    if (isNotFound(readError)) return { phase: 'gone' };
    return { phase: 'problem', error: readError };
  }
  if (!result) return { phase: 'adding-up' };
  const { status, statusMessage, more } = result;
  switch (status) {
    case 'IN_PROGRESS':
      return { phase: 'adding-up' };
    case 'FAILED':
    case 'TIMEOUT':
      return { phase: 'failed', status, ...(statusMessage ? { message: statusMessage } : {}) };
    case 'COMPLETED':
      if (!more) return { phase: 'completed' };
      return { phase: pages < MAX_PAGES ? 'reading' : 'cut' };
  }
}

/** Whether something is still on its way that the viewer should wait for. */
export const isInProgress = ({ phase }: Progress) =>
  phase === 'starting' || phase === 'busy' || phase === 'adding-up' || phase === 'reading';

/** What is going on, in a sentence; undefined when nothing is. */
export function progressText(
  progress: Progress,
  resources: { kind: 'queue' | 'fleet'; count: number },
  rows: number,
): string | undefined {
  const added = counted(resources.count, resources.kind);
  switch (progress.phase) {
    case 'starting':
      return `Asking AWS to add up ${added}`;
    case 'busy':
      return `AWS adds up one thing of a farm at a time and is busy with another. Asking again in ${counted(progress.retryAfterSeconds ?? 15, 'second')}`;
    case 'adding-up':
      return `AWS is adding up ${added} · ${counted(rows, 'row')} so far`;
    case 'reading':
      return `Reading what AWS added up of ${added} · ${counted(rows, 'row')} so far`;
    default:
      return undefined;
  }
}
