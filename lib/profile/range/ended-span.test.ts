import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { endedSpan, spanBefore } from './ended-span';

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);

test('widens a range to whole profiles, without the one that is running', () => {
  const now = at('14:32:10');
  expect(endedSpan({ from: now - 6 * HOUR, to: now }, now)).toEqual({
    from: at('08:30:00'),
    to: at('14:30:00'),
  });
  expect(endedSpan({ from: at('10:03:00'), to: at('11:02:00') }, now)).toEqual({
    from: at('10:00:00'),
    to: at('11:05:00'),
  });
});

test('keeps a range that only the running profile is in', () => {
  const now = at('14:32:10');
  expect(endedSpan({ from: at('14:31:00'), to: now }, now)).toEqual({ from: at('14:30:00'), to: now });
});

test('has as long a period before', () => {
  expect(spanBefore({ from: at('10:00:00'), to: at('12:00:00') })).toEqual({
    from: at('08:00:00'),
    to: at('10:00:00'),
  });
});
