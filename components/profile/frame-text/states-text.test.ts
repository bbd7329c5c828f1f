import { expect, it } from 'vitest';
import { statesBase } from './states-text';

it('names the base of shares in the chosen thread states', () => {
  expect(statesBase(null, ['IDLE', 'RUNNABLE'])).toBe('CPU');
  expect(statesBase(null, ['WALL_TIME'])).toBe('all samples');
  expect(statesBase('latency', ['RUNNABLE'])).toBe('latency');
  expect(statesBase(['NATIVE', 'RUNNABLE'], ['RUNNABLE'])).toBe('RUNNABLE, NATIVE');
});
