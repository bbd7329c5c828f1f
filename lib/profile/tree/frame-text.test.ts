import { expect, test } from 'vitest';
import { frameText } from './frame-text';

test('keeps a name, and replaces one that shows nothing', () => {
  expect(frameText(' main ')).toBe(' main ');
  expect(['', ' ', '\t\n'].map(frameText)).toEqual(['<nameless>', '<nameless>', '<nameless>']);
});
