import { expect, test } from 'vitest';
import {
  attemptLabel,
  canaryStateLabel,
  reasonCodeText,
  retentionText,
  runStateLabel,
  testResultText,
  variantLabel,
} from './labels';

test('describes the retention', () => {
  expect(retentionText({ successRetentionDays: 7, failureRetentionDays: 31 })).toBe(
    'AWS keeps failed runs of this canary for 31 days and passed runs for 7',
  );
  expect(retentionText({ successRetentionDays: 1, failureRetentionDays: 1 })).toBe(
    'AWS keeps runs of this canary for 1 day',
  );
});

test('leaves unknown codes as they are, or unexplained', () => {
  expect(reasonCodeText('CANARY_FAILURE')).toContain('script failed');
  expect(reasonCodeText('NEW_CODE')).toBeUndefined();
  expect(testResultText('SKIPPED')).toBe('SKIPPED');
  expect(canaryStateLabel('UPDATE_ROLLBACK')).toBe('Update rollback');
});

test('numbers attempts from the first', () => {
  expect([attemptLabel({}), attemptLabel({ retryAttempt: 2 })]).toEqual(['First attempt', 'Retry 2']);
});

test('distinguishes runs that started together', () => {
  expect(variantLabel({})).toBe('First attempt');
  expect(variantLabel({ retryAttempt: 1, browserType: 'FIREFOX', location: 'eu-west-1' })).toBe(
    'Retry 1 · Firefox · eu-west-1',
  );
  expect(variantLabel({ retryAttempt: 1, location: 'eu-west-1' }, '09:42:00')).toBe(
    'Retry 1 of run 09:42:00 · eu-west-1',
  );
});

test('marks a failed run whose script passed', () => {
  const failed = { state: 'FAILED', stateReasonCode: 'EXECUTION_FAILURE' } as const;
  expect(runStateLabel({ ...failed, testResult: 'PASSED' })).toBe('Failed to save artifacts');
  expect(runStateLabel({ ...failed, stateReasonCode: 'CANARY_FAILURE', testResult: 'PASSED' })).toBe(
    'Failed after the script',
  );
  expect([runStateLabel(failed), runStateLabel({ state: 'PASSED', testResult: 'PASSED' })]).toEqual([
    'Failed',
    'Passed',
  ]);
});
