import { expect, it } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import { comparedText } from './why-text';

const from = Date.parse('2026-11-24T10:00Z');
const compared = { from, to: from + 10 * MINUTE };
const baseline = { from: from - DAY, to: from - DAY + 10 * MINUTE };
const text = (age: number) => comparedText(compared, baseline, from + age, 'UTC');

it('tells that five minutes are the finest, and what is compared', () =>
  expect(text(DAY)).toBe(
    'AWS aggregates profiles over 5 minutes at the finest, so this page shows all of 24 Nov 2026, 10:00 – 10:10 UTC, compared with 23 Nov 2026, 10:00 – 10:10 UTC.',
  ));

it.each([
  [16 * DAY, 'keeps only hours after 15 days, so'],
  [61 * DAY, 'keeps only UTC days after 60 days, so'],
])('tells what is left after a longer time', (age, part) => expect(text(age)).toContain(part));
