import { expect, test } from 'vitest';
import { runs } from '../runs-text';
import { readingText } from './reading-text';

test('counts the runs and names the instant back to which all were read', () => {
  const from = Date.UTC(2026, 10, 14, 8, 30);
  expect(readingText({ runs: runs('P P'), from }, 'Europe/Berlin')).toBe(
    'Read 2 runs back to 14 Nov 09:30 UTC+01:00',
  );
  expect(readingText({ runs: runs('P'), from: Number.NEGATIVE_INFINITY }, 'UTC')).toBe('Read 1 run');
});
