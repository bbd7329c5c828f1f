import { expect, it } from 'vitest';
import { pngScale } from './png-scale';

it.each([
  [1600, 600, 2],
  [1000, 16_384, 1],
  [1000, 20_060, 16_384 / 20_060],
  [32_768, 100, 0.5],
  [4096, 4096, 1],
])('scales a picture of %d × %d by %d', (width, height, scale) => {
  expect(pngScale(width, height)).toBeCloseTo(scale, 10);
});
