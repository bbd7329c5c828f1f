import { expect, test } from 'vitest';
import { linePaths } from './line-paths';
import { plotScale } from './plot-scale';

const buckets = [0, 10, 20, 30].map((from) => ({ from, to: from + 10 }));
const scale = plotScale({ left: 0, right: 40, top: 0, bottom: 10 }, { from: 0, to: 40 }, [0, 10]);

test('breaks a line where a bucket has no amount, and marks each amount with a dot', () => {
  const { line, dots } = linePaths(buckets, [1, 2, undefined, 4], scale);
  expect(line).toBe('M5 9L15 8M35 6');
  expect(dots.match(/M[^a]*/g)).toEqual(['M2.5 9', 'M12.5 8', 'M32.5 6']);
});
