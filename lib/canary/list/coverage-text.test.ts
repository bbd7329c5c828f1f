import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import type { Canary } from '../run';
import { coverageText } from './coverage-text';

const TO = Date.parse('2026-11-24T14:00:00Z');
const SPAN = { from: TO - 30 * DAY, to: TO };
const CANARY: Canary = { name: 'a', state: 'RUNNING', tags: {} };

test('tells from when on all runs are known, and why not before', () => {
  const coverage = { from: TO - 7 * DAY, to: TO };
  const of = (passed: number, failed: number) =>
    coverageText(
      { ...CANARY, successRetentionDays: passed, failureRetentionDays: failed },
      { coverage, span: SPAN, now: TO },
      'UTC',
    );
  expect(of(7, 31)).toEqual({
    text: 'since 17 Nov 14:00',
    title: 'Of earlier runs AWS keeps failed ones only, which count for nothing.',
  });
  expect(of(31, 7)?.title).toContain('passed ones only');
  expect(of(7, 7)?.title).toBe('AWS keeps no earlier runs.');
  expect(of(31, 31)?.title).toBe('Earlier runs were not read.');
});

test('tells nothing when the whole range is known', () => {
  expect(coverageText(CANARY, { coverage: SPAN, span: SPAN, now: TO }, 'UTC')).toBeUndefined();
});
