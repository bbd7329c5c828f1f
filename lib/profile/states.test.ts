import { describe, expect, it } from 'vitest';
import { inOrder, statesOf } from './states';

const JAVA = ['RUNNABLE', 'IDLE', 'WAITING', 'NATIVE', 'BLOCKED', 'TIMED_WAITING'];

describe('statesOf', () => {
  it('are RUNNABLE, BLOCKED and NATIVE for CPU', () => {
    expect(statesOf('cpu', JAVA)).toEqual(['RUNNABLE', 'NATIVE', 'BLOCKED']);
  });

  it('are all but IDLE for latency', () => {
    expect(statesOf('latency', JAVA)).toEqual(['RUNNABLE', 'WAITING', 'NATIVE', 'BLOCKED', 'TIMED_WAITING']);
  });

  it('are all where a choice has none of those that occur', () => {
    expect(statesOf('cpu', ['WALL_TIME'])).toEqual(['WALL_TIME']);
    expect(statesOf('latency', ['IDLE'])).toEqual(['IDLE']);
    expect(statesOf('all', JAVA)).toEqual(JAVA);
  });
});

it('lists states from running to idle, unknown ones last by name', () => {
  const listed = [
    'ZZZ',
    'IDLE',
    'AAA',
    'WALL_TIME',
    'WAITING',
    'NATIVE',
    'TIMED_WAITING',
    'RUNNABLE',
    'BLOCKED',
  ];
  expect(inOrder(listed).join(' ')).toBe(
    'RUNNABLE BLOCKED NATIVE WAITING TIMED_WAITING IDLE WALL_TIME AAA ZZZ',
  );
});
