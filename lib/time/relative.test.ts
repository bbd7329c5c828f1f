import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from './duration';
import { relativeText } from './relative';

test.each([
  [-3 * MINUTE, '3 min ago'],
  [-3.9 * MINUTE, '3 min ago'],
  [-59 * SECOND, '59 s ago'],
  [-25 * HOUR, '1 d ago'],
  [2 * HOUR, 'in 2 h'],
  [40 * DAY, 'in 40 d'],
  [999, 'now'],
  [-999, 'now'],
])('%d ms from now is %s', (distance, text) => expect(relativeText(5e11 + distance, 5e11)).toBe(text));
