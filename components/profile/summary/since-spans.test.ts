import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { spanAfter, spanAround } from './since-spans';

const AT = Date.parse('2026-11-24T09:30:00Z');

describe('spanAfter', () => {
  it('lasts a day, or until the last ended profile', () => {
    expect(spanAfter(AT, AT + 5 * DAY)).toEqual({ from: AT, to: AT + DAY });
    expect(spanAfter(AT, AT + 5 * HOUR + 2 * MINUTE)).toEqual({ from: AT, to: AT + 5 * HOUR });
    expect(spanAfter(AT, AT + MINUTE)).toEqual({ from: AT, to: AT + 5 * MINUTE });
  });
});

describe('spanAround', () => {
  it('has 24 profiles on each side, at most 3 days, and ends now', () => {
    expect(spanAround(AT, 5 * MINUTE, AT + DAY)).toEqual({ from: AT - 2 * HOUR, to: AT + 2 * HOUR });
    expect(spanAround(AT, HOUR, AT + HOUR)).toEqual({ from: AT - DAY, to: AT + HOUR });
    expect(spanAround(AT, DAY, AT + 9 * DAY)).toEqual({ from: AT - 3 * DAY, to: AT + 3 * DAY });
  });
});
