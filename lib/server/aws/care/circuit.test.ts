import { beforeEach, expect, test } from 'vitest';
import { CountedWaits } from '../timing-for-test';
import { Circuit } from './circuit';

let clock: CountedWaits;
let circuit: Circuit<string>;
let changes: string[];

beforeEach(() => {
  clock = new CountedWaits();
  changes = [];
  circuit = new Circuit({ timing: clock, onChange: (state) => changes.push(state) });
});

const fail = (cause = 'broken') => circuit.begin()('ill', cause);

function open() {
  for (let n = 0; n < 5; n++) {
    expect(circuit.refused).toBeUndefined();
    fail(`failure ${n}`);
  }
}

test('refuses calls after five failures, and tells why, since when and for how long', () => {
  fail('first');
  clock.workedMs += 40_000;
  for (let n = 0; n < 4; n++) fail('last');
  expect(circuit.refused).toEqual({ cause: 'last', failingMs: 40_000, retryAfterMs: 3000 });
  clock.workedMs += 1000;
  expect(circuit.refused).toEqual({ cause: 'last', failingMs: 41_000, retryAfterMs: 2000 });
});

test('counts failures from the last answer on', () => {
  for (let n = 0; n < 4; n++) fail();
  circuit.begin()('well');
  for (let n = 0; n < 4; n++) fail();
  expect(circuit.state).toBe('closed');
});

test('does not add up failures that are minutes apart', () => {
  for (let n = 0; n < 20; n++) {
    fail();
    clock.workedMs += 150_000;
  }
  expect(circuit.state).toBe('closed');
});

test('tries one call after the pause, and lets all through once it succeeds', () => {
  open();
  clock.workedMs += 3000;
  expect(circuit.refused).toBeUndefined();
  const end = circuit.begin();
  expect(circuit.refused).toMatchObject({ retryAfterMs: 3000 });
  end('well');
  expect(circuit.refused).toBeUndefined();
  expect(changes).toEqual(['open', 'trying', 'closed']);
});

test('waits longer each time that the call fails, 15 seconds at most, and from the start after a recovery', () => {
  open();
  const pauses: number[] = [];
  for (let n = 0; n < 6; n++) {
    const pause = circuit.refused?.retryAfterMs ?? 0;
    pauses.push(pause);
    clock.workedMs += pause;
    fail();
  }
  expect(pauses).toEqual([3000, 5000, 10_000, 15_000, 15_000, 15_000]);
  clock.workedMs += 15_000;
  circuit.begin()('well');
  open();
  expect(circuit.refused?.retryAfterMs).toBe(3000);
});

test('tries another call at once when the one that was tried is aborted', () => {
  open();
  clock.workedMs += 3000;
  circuit.begin()('unknown');
  expect(circuit.state).toBe('open');
  expect(circuit.refused).toBeUndefined();
  circuit.begin()('well');
  expect(circuit.state).toBe('closed');
});

test('is not opened by calls that were aborted', () => {
  for (let n = 0; n < 20; n++) circuit.begin()('unknown');
  expect(changes).toEqual([]);
});

test('waits no longer because of calls that began before it opened', () => {
  const ends = Array.from({ length: 20 }, () => circuit.begin());
  for (const end of ends) end('ill', 'broken');
  expect(circuit.refused?.retryAfterMs).toBe(3000);
  expect(changes).toEqual(['open']);
});

test('lets calls through when one that began before succeeds after all', () => {
  const slow = circuit.begin();
  open();
  slow('well');
  expect(circuit.refused).toBeUndefined();
});
