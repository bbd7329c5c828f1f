import { describe, expect, it } from 'vitest';
import { callTree } from '../testing/text';
import {
  chosenStates,
  chosenStatesOrAll,
  defaultPreset,
  formatStateChoice,
  missingStates,
  occurringStates,
  parseStateChoice,
  parseStates,
  sortStates,
} from './states';

const JAVA = ['RUNNABLE', 'IDLE', 'WAITING', 'NATIVE', 'BLOCKED', 'TIMED_WAITING'];

describe('chosenStatesOrAll', () => {
  it('returns RUNNABLE, BLOCKED and NATIVE for CPU', () => {
    expect(chosenStatesOrAll('cpu', JAVA)).toEqual(['RUNNABLE', 'NATIVE', 'BLOCKED']);
  });

  it('returns all but IDLE for latency', () => {
    expect(chosenStatesOrAll('latency', JAVA)).toEqual([
      'RUNNABLE',
      'WAITING',
      'NATIVE',
      'BLOCKED',
      'TIMED_WAITING',
    ]);
  });

  it('returns all states when none of the preset occur', () => {
    expect(chosenStatesOrAll('cpu', ['WALL_TIME'])).toEqual(['WALL_TIME']);
    expect(chosenStatesOrAll('latency', ['IDLE'])).toEqual(['IDLE']);
    expect(chosenStatesOrAll('all', JAVA)).toEqual(JAVA);
  });
});

it('sorts states from running to idle, unknown ones last by name', () => {
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
  expect(sortStates(listed).join(' ')).toBe(
    'RUNNABLE BLOCKED NATIVE WAITING TIMED_WAITING IDLE WALL_TIME AAA ZZZ',
  );
});

describe('chosenStates', () => {
  it('defaults to CPU where one of its states has samples, else to all', () => {
    const java = occurringStates(callTree('run RUNNABLE=0 WAITING=2\n  read NATIVE=1'));
    expect([defaultPreset(java), chosenStates(undefined, java)]).toEqual(['cpu', ['NATIVE']]);
    const python = occurringStates(callTree('run 3'));
    expect([defaultPreset(python), chosenStates(undefined, python)]).toEqual(['all', ['WALL_TIME']]);
    const idle = occurringStates(callTree('run RUNNABLE=0 IDLE=3'));
    expect(chosenStates(undefined, idle)).toEqual(['IDLE']);
  });

  it('returns none when none of the choice occur', () => {
    expect(chosenStates('cpu', ['WALL_TIME'])).toEqual([]);
    expect(chosenStates('latency', ['IDLE'])).toEqual([]);
    expect(chosenStates([], JAVA)).toEqual([]);
    expect(chosenStates(['toString', 'WALL_TIME'], JAVA)).toEqual([]);
  });

  it('returns the listed states', () => {
    expect(chosenStates(['NATIVE', 'IDLE'], JAVA)).toEqual(['IDLE', 'NATIVE']);
  });
});

it('misses the listed states that don’t occur, each once, and none of a preset', () => {
  expect(missingStates(['IDLE', 'NOSUCH', '', 'NOSUCH', 'idle'], JAVA)).toEqual(['NOSUCH', '', 'idle']);
  expect(missingStates('cpu', ['WALL_TIME'])).toEqual([]);
  expect(missingStates(undefined, JAVA)).toEqual([]);
});

describe('formatStateChoice', () => {
  it('is the inverse of parseStateChoice', () => {
    for (const data of ['cpu', 'latency', 'all', ['IDLE'], ['a,b', 'ä %', '']] as const) {
      expect(parseStateChoice(formatStateChoice(data))).toEqual(data);
    }
  });

  it('has one form for the states of CPU, in any order, and for no other list', () => {
    const lists = [
      ['RUNNABLE', 'NATIVE', 'BLOCKED'],
      ['BLOCKED', 'RUNNABLE', 'NATIVE', 'NATIVE'],
    ];
    for (const states of lists) {
      expect(formatStateChoice(states)).toBe('cpu');
      expect(parseStateChoice(states.join())).toBe('cpu');
      expect(parseStates(states.join())).toEqual(states);
    }
    for (const states of [['RUNNABLE', 'NATIVE'], ['RUNNABLE', 'NATIVE', 'IDLE'], JAVA, ['WALL_TIME']]) {
      expect(formatStateChoice(states)).toBe(states.join());
      expect(parseStateChoice(states.join())).toEqual(states);
    }
  });

  it('rejects empty and malformed values when parsed', () => {
    expect(parseStateChoice('')).toBeUndefined();
    expect(parseStateChoice('RUNNABLE,%E4')).toBeUndefined();
  });
});
