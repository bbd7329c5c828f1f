import { expect, it } from 'vitest';
import { fitText } from './fit-text';

it.each([
  ['parse', 5, 'parse'],
  ['parse', 5.9, 'parse'],
  ['parse', 4.9, 'par…'],
  ['parse', 1.5, ''],
  ['全角文字', 8, '全角文字'],
  ['全角文字', 7, '全角文…'],
  ['全角文字', 6, '全角…'],
  ['', 3, ''],
])('truncates %s to %d columns: %s', (text, columns, fitting) => {
  expect(fitText(text, columns)).toBe(fitting);
});
