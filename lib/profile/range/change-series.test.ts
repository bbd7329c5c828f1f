import { expect, it } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { longSeries, recentSeries, seriesAround } from './change-series';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const at = (text: string) => Date.parse(`${text}Z`);

it('is whole profiles up to the end of the range', () => {
  expect(recentSeries(NOW, NOW)).toEqual({
    period: 'PT5M',
    span: { from: at('2026-11-23T02:35'), to: at('2026-11-24T14:35') },
  });
  expect(longSeries(NOW, NOW)).toEqual({
    period: 'PT1H',
    span: { from: at('2026-11-10T15:00'), to: at('2026-11-24T15:00') },
  });
});

it('is of longer profiles where AWS has no shorter ones any more', () => {
  expect(recentSeries(NOW - 14 * DAY, NOW)).toBeUndefined();
  expect(longSeries(NOW - 14 * DAY, NOW).period).toBe('PT1H');
  expect(longSeries(NOW - 50 * DAY, NOW)).toEqual({
    period: 'P1D',
    span: { from: at('2026-09-05T00:00'), to: at('2026-10-06T00:00') },
  });
  expect(seriesAround(NOW - 15 * DAY, NOW, NOW)).toBeUndefined();
});

it('is two hours on each side of a start, within the range', () => {
  const start = at('2026-11-24T13:00');
  expect(seriesAround(start, NOW, NOW)?.span).toEqual({ from: start - 2 * HOUR, to: at('2026-11-24T14:35') });
  expect(seriesAround(start - DAY, NOW, NOW)?.span.to).toBe(start - DAY + 2 * HOUR);
});
