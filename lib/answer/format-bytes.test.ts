import { expect, test } from 'vitest';
import { formatBytes } from './format-bytes';

test.each([
  [0, '0 KiB'],
  [1, '0.1 KiB'],
  [512, '0.5 KiB'],
  [64 * 1024, '64 KiB'],
  [1024 ** 2, '1 MiB'],
  [1.25 * 1024 ** 2, '1.3 MiB'],
  [256 * 1024 ** 2, '256 MiB'],
  [10 * 1024 ** 3, '10 GiB'],
])('writes %d bytes as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
