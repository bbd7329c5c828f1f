import { expect, test } from 'vitest';
import { MAX_HEIGHT_PX, minHeightPx, rowPxOf } from './row-heights';

test.each([
  [326, 1, true],
  [640, 1, false],
  [640, 2, true],
  [1200, 2, false],
])('lays a table of %s pixels by %s keys out in narrow rows: %s', (width, keys, isNarrow) => {
  expect(rowPxOf(width, keys).isNarrow).toBe(isNarrow);
});

test('is as high as its rows up to a limit', () => {
  expect(minHeightPx(2, 33)).toBe(2 * 33 + 44);
  expect(minHeightPx(50_000, 33)).toBe(MAX_HEIGHT_PX);
  expect(minHeightPx(50_000, 65)).toBe(MAX_HEIGHT_PX);
});
