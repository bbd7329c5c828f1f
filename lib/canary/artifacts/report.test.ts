import { expect, test } from 'vitest';
import { stepOutcome } from './report';

test('knows the outcome of a step by its status alone, whatever word a report has', () => {
  expect(['PASSED', 'FAILED', 'SKIPPED', 'constructor', 'toString'].map(stepOutcome)).toEqual([
    'passed',
    'failed',
    undefined,
    undefined,
    undefined,
  ]);
});
