import { expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { noFindingsText } from './no-findings-text';

const TO = Date.parse('2026-11-24T14:00:00Z');
const days = (count: number) => ({ from: TO - count * DAY, to: TO });

it('claims that nothing is unusual only for the time that AWS analyses', () => {
  expect(noFindingsText(days(7), true)).toBe(
    'AWS has nothing to recommend and found nothing unusual in this range. Try a longer one.',
  );
  expect(noFindingsText(days(8), true)).toBe(
    'AWS has nothing to recommend and found nothing unusual in the newest 7 days of this range.',
  );
});

it('states that there is no profile, of a long range only for its newest days', () => {
  expect(noFindingsText(days(1), false)).toBe('AWS has no profile in this range to analyse.');
  expect(noFindingsText(days(30), false)).toBe(
    'AWS has no profile in the newest 7 days of this range to analyse.',
  );
});
