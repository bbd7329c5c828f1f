import { expect, test } from 'vitest';
import { cronText } from './cron-text';

test.each([
  ['0 10 * * ? *', 'at 10:00 (UTC)'],
  ['20 */2 * * ? *', 'at 20 minutes past the hour, every 2 hours (UTC)'],
  ['0/15 9-10 * * ? *', 'every 15 minutes, between 09:00 and 10:59 (UTC)'],
  ['0 0 ? * MON-FRI *', 'at 00:00, Monday through Friday (UTC)'],
  ['0 8 ? * 1 *', 'at 08:00, only on Sunday (UTC)'],
  ['0 0 ? * 6L *', 'at 00:00, on the last Friday of the month (UTC)'],
  ['0 9 31 2 ? *', 'at 09:00, on day 31 of the month, only in February (UTC)'],
])('puts %s into words', (expression, words) => expect(cronText(expression)).toBe(words));

test.each(['0 0 1,L,15W * ? *', '0 12 * * ?', '* * * * * *', 'every minute'])(
  'returns %s as it is',
  (expression) => expect(cronText(expression)).toBe(`by cron ${expression} (UTC)`),
);
