import { expect, it } from 'vitest';
import { otherStatesText } from './other-states-text';

it('names the thread states of a link where they are not those that are shown', () => {
  expect(otherStatesText(['WAITING', 'RUNNABLE'], ['RUNNABLE'])).toBe(' in RUNNABLE, WAITING');
  expect(otherStatesText(['WAITING'], [])).toBe(' in WAITING');
});

it('names none where they stay the same, in any order', () => {
  expect(otherStatesText(['NATIVE', 'RUNNABLE'], ['RUNNABLE', 'NATIVE'])).toBe('');
  expect(otherStatesText([], ['RUNNABLE'])).toBe('');
});
