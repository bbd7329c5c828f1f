import { expect, test } from 'vitest';
import { wrapText } from './wrap-text';

test.each([
  ['one two three', 13, ['one two three']],
  ['one two three', 9, ['one two', 'three']],
  ['one  two\nthree', 7, ['one two', 'three']],
  ['incomprehensibilities are', 8, ['incompr…', 'are']],
  ['日本 語', 5, ['日本', '語']],
  ['', 5, ['']],
])('breaks %j into lines of %d columns', (text, columns, lines) => {
  expect(wrapText(text, columns)).toEqual(lines);
});
