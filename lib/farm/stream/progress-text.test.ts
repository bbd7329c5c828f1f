import { expect, it } from 'vitest';
import type { CostProgress, CostStep } from './cost-event';
import { announcedText, progressText } from './progress-text';

const twelve = { kind: 'queue' as const, ids: Array.from({ length: 12 }, (_, n) => `queue-${n}`) };

const text = (step: CostStep, more: Partial<CostProgress> = {}) =>
  progressText(
    { ...step, aggregation: 1, aggregationCount: 1, rowCount: 0, ...more } as CostProgress,
    twelve,
  );

it('names each step with its units', () => {
  expect(progressText(undefined, { kind: 'fleet', ids: ['fleet-1'] })).toBe(
    'Asking for the costs of 1 fleet',
  );
  expect(text({ phase: 'line', place: 1 })).toBe('Waiting for 1 other request to this farm');
  expect(text({ phase: 'busy', retryAfterSeconds: 7 })).toMatch(/somebody else’s. Retrying in 7 seconds$/);
  expect(text({ phase: 'starting' })).toBe('Starting an aggregation of 12 queues');
  expect(text({ phase: 'aggregating' }, { aggregation: 2, aggregationCount: 2, rowCount: 1200 })).toBe(
    'AWS is aggregating 12 queues, aggregation 2 of 2 · 1,200 rows so far',
  );
  expect(text({ phase: 'reading' }, { rowCount: 100 })).toBe(
    'Reading the rows of 12 queues · 100 rows so far',
  );
});

it('has nothing that changes with each page in what is read aloud', () => {
  const reading = { phase: 'reading', aggregation: 3, aggregationCount: 60, rowCount: 100 } as const;
  expect(announcedText(reading, twelve)).toBe('Reading the rows of 12 queues');
  expect(announcedText({ ...reading, aggregation: 4, rowCount: 200 }, twelve)).toBe(
    'Reading the rows of 12 queues',
  );
});
