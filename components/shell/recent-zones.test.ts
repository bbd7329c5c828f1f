import { expect, test } from 'vitest';
import { parseZones } from './recent-zones';

test('reads known zones of a stored text, and at most five', () => {
  expect(parseZones('Europe/Berlin Mars/Olympus UTC+05:30 +05:30')).toEqual(['Europe/Berlin', 'UTC+05:30']);
  expect(parseZones('UTC '.repeat(200))).toHaveLength(5);
  expect(parseZones('')).toEqual([]);
});
