import { expect, test } from 'vitest';
import type { HealthState } from './canary-health';
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
  const read = (...states: HealthState[]) => states.map((state) => ({ state, isByLastRun: false }));
  const unread = (...states: HealthState[]) => states.map((state) => ({ state, isByLastRun: true }));
  const known = read('failing', 'silent', 'passing', 'failing');
  expect(listTitle(known)).toBe('▲ 2 failing · Canaries · Triptych');
  expect(listTitle(read('silent', 'stopped'))).toBe('△ 1 silent · Canaries · Triptych');
  expect(listTitle(read('passing'))).toBe('Canaries · Triptych');
  expect(listTitle([...known, ...unread('passing', 'silent')])).toBe('▲ 2 failing · Canaries · Triptych');
  expect(listTitle([...known, ...unread('failing')])).toBe(
    '▲ 3 failing (1 by its last run) · Canaries · Triptych',
  );
  expect(listTitle(unread('failing', 'failing'))).toBe(
    '▲ 2 failing (2 by their last run) · Canaries · Triptych',
  );
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
