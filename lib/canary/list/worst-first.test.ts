import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import type { CanaryRun, CanaryWithLastRun } from '../run';
import { worstFirst } from './worst-first';

const NOW = 60 * MINUTE;
const canary = (name: string, state: CanaryRun['state'], minutesAgo: number): CanaryWithLastRun => {
  const started = NOW - minutesAgo * MINUTE;
  const lastRun = { id: name, name, state, started, completed: started + 1000 };
  return { ...{ name, state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {}, created: 0 }, lastRun };
};

test('failing canaries are first, then silent ones, then the others by name', () => {
  const data = [
    canary('b', 'RUNNING', 1),
    canary('silent', 'PASSED', 40),
    canary('a', 'PASSED', 2),
    canary('broken', 'FAILED', 1),
  ];
  const facts = { asOf: NOW, partial: false, warnings: [] };
  expect(worstFirst({ data, ...facts }, NOW)).toEqual(['broken', 'silent', 'a', 'b']);
});

test('a canary whose other location failed lately is among the failing ones', () => {
  const data = [
    canary('a', 'PASSED', 1),
    { ...canary('quiet place', 'PASSED', 1), lately: { state: 'silent', asOf: NOW } } as const,
    canary('broken', 'FAILED', 1),
    { ...canary('broken place', 'PASSED', 1), lately: { state: 'failing', asOf: NOW } } as const,
  ];
  expect(worstFirst({ data, asOf: NOW, partial: false, warnings: [] }, NOW)).toEqual([
    ...['broken', 'broken place', 'quiet place', 'a'],
  ]);
});

test('a canary that failed lately and was stopped since is among the others', () => {
  const stopped = { ...canary('a', 'PASSED', 2), state: 'STOPPED', lastStopped: NOW - MINUTE };
  const data = [
    { ...stopped, lately: { state: 'failing', asOf: NOW } } as const,
    canary('broken', 'FAILED', 1),
  ];
  expect(worstFirst({ data, asOf: NOW, partial: false, warnings: [] }, NOW)).toEqual(['broken', 'a']);
});

test('what was read over an hour before or after the present of the page tells nothing of it', () => {
  const order = (asOf: number) => {
    const data = [
      canary('a', 'PASSED', 1),
      { ...canary('b', 'PASSED', 1), lately: { state: 'failing', asOf } as const },
    ];
    return worstFirst({ data, asOf: NOW, partial: false, warnings: [] }, NOW).join(' ');
  };
  expect([NOW - 61 * MINUTE, NOW - 59 * MINUTE, NOW + 59 * MINUTE, NOW + 61 * MINUTE].map(order)).toEqual([
    ...['a b', 'b a', 'b a', 'a b'],
  ]);
});
