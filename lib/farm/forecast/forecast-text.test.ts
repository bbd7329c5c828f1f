import { expect, test } from 'vitest';
import { errorText, limitText, methodText, monthText, noForecastText } from './forecast-text';

test('says what a month has cost or is expected to cost', () => {
  const at = Date.parse('2026-11-24T00:00:00Z');
  expect(monthText({ at, costUsd: 5012.33, isKnown: true }, 'UTC')).toBe(
    'Until 24 Nov 2026, 00:00 UTC: $5,012.33',
  );
  const expected = { at, costUsd: 5210.4, interval: { from: 4900, to: 5520 }, isKnown: false };
  expect(monthText(expected, 'UTC')).toBe(
    'Until 24 Nov 2026, 00:00 UTC: about $5,210, in four of five cases $4,900 – $5,520',
  );
});

test('compares a forecast with the budgets of its month', () => {
  expect(limitText(880, 1000)).toBe('12 % below the limit');
  expect(limitText(1251, 1000)).toBe('25 % above the limit');
  expect(limitText(999, 1000)).toBe('< 1 % below the limit');
  expect(limitText(10, 0)).toBe('above the limit of nothing');
});

test('says what a forecast continues, how far off it was, and why there is none', () => {
  expect(methodText(true)).toContain('the level, the trend and the pattern of weekdays');
  expect(methodText(false)).toContain('forecasts with a trend would have been worse');
  expect(errorText(0.174, 1)).toMatch(
    /^The month has 1 day left, today included\. Forecasts for 1 day, .* off by 17 % of the actual cost on average\./,
  );
  expect(noForecastText('too uncertain')).toContain('more than 35 %');
  expect(noForecastText('too few days')).toBe('There are too few days with costs to forecast from.');
});
