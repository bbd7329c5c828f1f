import { expect, test } from 'vitest';
import { ProblemError } from '@/lib/answer/problem';
import {
  type AggregationState,
  MAX_PAGES,
  mergePages,
  progressOf,
  progressText,
  type StatisticsResult,
} from './aggregation';
import { rowForTest } from './row-for-test';

const completed: StatisticsResult = { status: 'COMPLETED', rows: [], hasMore: false };
const state = (more: Partial<AggregationState>): AggregationState => ({
  started: true,
  startError: null,
  result: completed,
  pageCount: 1,
  readError: null,
  ...more,
});
const problem = (code: string, retryAfterSeconds?: number) =>
  new ProblemError({
    code,
    message: code,
    status: 429,
    retryable: true,
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
  });

test.each([
  ['nothing yet', { started: false, result: undefined, pageCount: 0 }, 'starting'],
  ['another one is running', { started: false, startError: problem('ThrottlingException', 2) }, 'busy'],
  ['start failed', { started: false, startError: problem('AccessDeniedException') }, 'problem'],
  ['started, no page', { result: undefined, pageCount: 0 }, 'aggregating'],
  ['AWS is aggregating', { result: { ...completed, status: 'IN_PROGRESS' } }, 'aggregating'],
  ['more pages', { result: { ...completed, hasMore: true } }, 'reading'],
  [
    'more pages than the maximum',
    { result: { ...completed, hasMore: true }, pageCount: MAX_PAGES },
    'truncated',
  ],
  ['all pages', {}, 'completed'],
  ['AWS timed out', { result: { ...completed, status: 'TIMEOUT' } }, 'failed'],
  ['AWS failed', { result: { ...completed, status: 'FAILED' } }, 'failed'],
  ['results expired', { readError: problem('ResourceNotFoundException') }, 'expired'],
  ['a page failed', { readError: problem('ThrottlingException') }, 'problem'],
] satisfies [string, Partial<AggregationState>, string][])('has a phase: %s', (_, more, phase) => {
  expect(progressOf(state(more)).phase).toBe(phase);
});

test('keeps the message that AWS gives for a failure', () => {
  const result = { ...completed, status: 'FAILED' as const, statusMessage: 'Too many rows.' };
  expect(progressOf(state({ result }))).toEqual({
    phase: 'failed',
    status: 'FAILED',
    message: 'Too many rows.',
  });
});

test('names the progress with its units', () => {
  const queues = { kind: 'queue' as const, count: 5 };
  expect(progressText({ phase: 'aggregating' }, queues, 0)).toBe(
    'AWS is aggregating 5 queues · 0 rows so far',
  );
  expect(progressText({ phase: 'reading' }, { kind: 'fleet', count: 1 }, 1200)).toBe(
    'Reading the aggregation of 1 fleet · 1,200 rows so far',
  );
  expect(progressText({ phase: 'busy', retryAfterSeconds: 1 }, queues, 0)).toContain('in 1 second');
  expect(progressText({ phase: 'completed' }, queues, 7)).toBeUndefined();
});

test('merges pages and knows whether there are more', () => {
  const [a, b] = [rowForTest({ userId: 'a' }), rowForTest({ userId: 'b' })];
  expect(mergePages([])).toBeUndefined();
  expect(mergePages([{ status: 'COMPLETED', rows: [a], nextToken: 't' }])).toMatchObject({ hasMore: true });
  expect(
    mergePages([
      { status: 'COMPLETED', rows: [a], nextToken: 't' },
      { status: 'COMPLETED', rows: [b] },
    ]),
  ).toEqual({ status: 'COMPLETED', rows: [a, b], hasMore: false });
});
