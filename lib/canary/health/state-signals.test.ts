import { expect, test } from 'vitest';
import { isRecovery, stateTitle } from './state-signals';

test('marks the title of a canary that fails or is silent', () => {
  expect(stateTitle('login', 'failing')).toBe('▲ Failing: login · Triptych');
  expect(stateTitle('login', 'silent')).toBe('△ Silent: login · Triptych');
  expect([stateTitle('login', 'passing'), stateTitle('login', 'unknown')]).toEqual([
    'login · Triptych',
    'login · Triptych',
  ]);
});

test('takes only what was wrong before for a recovery', () => {
  expect([isRecovery('failing', 'passing'), isRecovery('silent', 'passing')]).toEqual([true, true]);
  expect([
    isRecovery(undefined, 'passing'),
    isRecovery('unknown', 'passing'),
    isRecovery('failing', 'stopped'),
  ]).toEqual([false, false, false]);
});
