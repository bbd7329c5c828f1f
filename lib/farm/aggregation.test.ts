import { expect, test } from 'vitest';
import { ProblemError } from '@/lib/answer/problem';
import { type AggregationState, progressOf, progressText } from './aggregation';
import { MAX_PAGES, type StatisticsResult } from './result';

const completed: StatisticsResult = { status: 'COMPLETED', rows: [], more: false };
const state = (more: Partial<AggregationState>): AggregationState => ({
  started: true,
  startError: null,
  result: completed,
  pages: 1,
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
  ['nothing yet', { started: false, result: undefined, pages: 0 }, 'starting'],
  ['another one runs', { started: false, startError: problem('ThrottlingException', 2) }, 'busy'],
  ['could not start', { started: false, startError: problem('AccessDeniedException') }, 'problem'],
  ['started, no page', { result: undefined, pages: 0 }, 'adding-up'],
  ['AWS adds up', { result: { ...completed, status: 'IN_PROGRESS' } }, 'adding-up'],
  ['pages come', { result: { ...completed, more: true } }, 'reading'],
  ['as many pages as are read', { result: { ...completed, more: true }, pages: MAX_PAGES }, 'cut'],
  ['all here', {}, 'completed'],
  ['AWS gave up', { result: { ...completed, status: 'TIMEOUT' } }, 'failed'],
  ['AWS failed', { result: { ...completed, status: 'FAILED' } }, 'failed'],
  ['forgotten', { readError: problem('ResourceNotFoundException') }, 'gone'],
  ['a page did not come', { readError: problem('ThrottlingException') }, 'problem'],
] satisfies [string, Partial<AggregationState>, string][])('%s', (_, more, phase) => {
  expect(progressOf(state(more)).phase).toBe(phase);
});

test('a failure keeps what AWS said', () => {
  const result = { ...completed, status: 'FAILED' as const, statusMessage: 'Too many rows.' };
  expect(progressOf(state({ result }))).toEqual({
    phase: 'failed',
    status: 'FAILED',
    message: 'Too many rows.',
  });
});

test('progress is said with its units', () => {
  const queues = { kind: 'queue' as const, count: 5 };
  expect(progressText({ phase: 'adding-up' }, queues, 0)).toBe('AWS is adding up 5 queues · 0 rows so far');
  expect(progressText({ phase: 'reading' }, { kind: 'fleet', count: 1 }, 1200)).toBe(
    'Reading what AWS added up of 1 fleet · 1,200 rows so far',
  );
  expect(progressText({ phase: 'busy', retryAfterSeconds: 1 }, queues, 0)).toContain('in 1 second');
  expect(progressText({ phase: 'completed' }, queues, 7)).toBeUndefined();
});
