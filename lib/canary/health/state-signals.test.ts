import { expect, test } from 'vitest';
import { isRecovery, listTitle, recoveredOf, stateTitle } from './state-signals';

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

test('counts the canaries of the worst state in the title of their list', () => {
  expect(listTitle(['failing', 'silent', 'passing', 'failing'])).toBe('▲ 2 failing · Canaries · Triptych');
  expect(listTitle(['silent', 'stopped'])).toBe('△ 1 silent · Canaries · Triptych');
  expect(listTitle(['passing'])).toBe('Canaries · Triptych');
});

test('names the canaries that have recovered, and none that was not known before', () => {
  const before = new Map([
    ['a', 'failing'],
    ['b', 'failing'],
    ['c', 'passing'],
  ] as const);
  const after = new Map([
    ['a', 'passing'],
    ['b', 'silent'],
    ['c', 'passing'],
    ['d', 'passing'],
  ] as const);
  expect(recoveredOf(before, after)).toEqual(['a']);
});
