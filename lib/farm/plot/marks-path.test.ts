import { expect, test } from 'vitest';
import { marksPath } from './marks-path';
import { plotScale } from './plot-scale';

test('puts a triangle above the stack of a bar, inside the picture', () => {
  const buckets = [0, 10, 20].map((from) => ({ from, to: from + 10 }));
  const scale = plotScale({ left: 0, right: 300, top: 8, bottom: 108 }, { from: 0, to: 30 }, [0, 100]);
  const layers = [
    [10, 60, undefined],
    [20, 40, -5],
  ];
  expect(marksPath([0], buckets, layers, scale)).toBe('M46 70h8l-4 6z');
  expect(marksPath([1, 2], buckets, layers, scale)).toBe('M146 0h8l-4 6zM246 100h8l-4 6z');
  expect(marksPath([], buckets, layers, scale)).toBe('');
});
