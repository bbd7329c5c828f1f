import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { parseSchedule, scheduleText } from './schedule';

test.each([
  ['rate(1 minute)', { kind: 'interval', everyMs: MINUTE }, 'every minute'],
  ['rate(5 minutes)', { kind: 'interval', everyMs: 5 * MINUTE }, 'every 5 minutes'],
  ['rate(60 minutes)', { kind: 'interval', everyMs: HOUR }, 'every hour'],
  ['rate(2 hours)', { kind: 'interval', everyMs: 2 * HOUR }, 'every 2 hours'],
  [' rate( 90  minutes ) ', { kind: 'interval', everyMs: 90 * MINUTE }, 'every 90 minutes'],
  ['rate(0 minute)', { kind: 'once' }, 'once'],
  ['rate(0 hour)', { kind: 'once' }, 'once'],
  ['cron(0 10 * * ? *)', { kind: 'cron', expression: '0 10 * * ? *' }, 'at 10:00 (UTC)'],
])('parses %s', (text, schedule, words) => {
  expect(parseSchedule(text)).toEqual(schedule);
  expect(scheduleText(text)).toBe(words);
});

test.each([
  '',
  'rate()',
  'rate(5)',
  'rate(-5 minutes)',
  'rate(1.5 hours)',
  'rate(5 days)',
  'cron()',
  'at(now)',
])('does not understand the schedule %s', (text) => {
  expect(parseSchedule(text)).toBeUndefined();
  expect(scheduleText(text)).toBe(text || 'no schedule');
});
