import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { nextRunText } from './next-run-text';

const NOW = Date.parse('2026-11-24T14:00:00Z');

test('tells when a canary runs next, or why it does not', () => {
  expect(nextRunText({ at: NOW + 20 * MINUTE }, NOW, 'UTC')).toMatchObject({
    text: 'in 20 min',
    note: '24 Nov 14:20',
    title: '24 Nov 2026, 14:20:00 UTC',
  });
  expect(nextRunText({ at: NOW - 1 }, NOW, 'UTC').text).toBe('due');
  expect(nextRunText('never', NOW, 'UTC')).toMatchObject({ text: 'never', note: 'no such date' });
  expect(nextRunText('once', NOW, 'UTC')).toMatchObject({ text: 'none', note: 'runs once' });
  expect(nextRunText('stopped', NOW, 'UTC').text).toBe('stopped');
  expect(nextRunText('unknown', NOW, 'UTC').text).toBe('unknown');
});
