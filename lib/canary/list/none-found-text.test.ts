import { expect, test } from 'vitest';
import { noneFoundText } from './none-found-text';

test.each([
  [0, 0, false, 'No canary matches the search and the filters.'],
  [0, 0, true, 'No canary matches the search and the filters.'],
  [500, 500, false, 'No canary matches the search and the filters.'],
  [500, 120, true, 'None found yet.'],
  [500, 120, false, 'None of the 120 canaries whose runs were read.'],
  [500, 0, false, 'The runs of no canary could be read.'],
])(
  'claims nothing of canaries that were not read: %d match, %d read, reading %s',
  (matching, read, isReading, text) => {
    expect(noneFoundText(matching, read, isReading)).toBe(text);
  },
);
