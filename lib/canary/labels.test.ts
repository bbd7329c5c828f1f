import { expect, test } from 'vitest';
import {
  attemptWords,
  canaryStateWords,
  reasonCodeWords,
  retentionWords,
  testResultWords,
  variantWords,
} from './labels';

test('retention in words', () => {
  expect(retentionWords({ successRetentionDays: 7, failureRetentionDays: 31 })).toBe(
    'AWS keeps failed runs of this canary for 31 days and passed runs for 7',
  );
  expect(retentionWords({ successRetentionDays: 1, failureRetentionDays: 1 })).toBe(
    'AWS keeps runs of this canary for 1 day',
  );
});

test('codes that are not known stay as they are or unexplained', () => {
  expect(reasonCodeWords('CANARY_FAILURE')).toContain('script failed');
  expect(reasonCodeWords('NEW_CODE')).toBeUndefined();
  expect(testResultWords('SKIPPED')).toBe('SKIPPED');
  expect(canaryStateWords('UPDATE_ROLLBACK')).toBe('Update rollback');
});

test('attempts are counted from the first', () => {
  expect([attemptWords({}), attemptWords({ retryAttempt: 2 })]).toEqual(['First attempt', 'Retry 2']);
});

test('what tells runs apart that began together', () => {
  expect(variantWords({})).toBe('First attempt');
  expect(variantWords({ retryAttempt: 1, browserType: 'FIREFOX', location: 'eu-west-1' })).toBe(
    'Retry 1 · Firefox · eu-west-1',
  );
});
