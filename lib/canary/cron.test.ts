import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import { cronTimes, nextCronTime, parseCron, readCron } from './cron';

const at = (text: string) => Date.parse(`${text}Z`);

/** The first scheduled times at or after an instant, as yyyy-mm-ddThh:mm. */
function timesOf(expression: string, from: string, count: number): string[] {
  const cron = parseCron(expression);
  const found: string[] = [];
  for (let next = nextCronTime(cron, at(from)); next !== undefined; next = nextCronTime(cron, next + 1)) {
    found.push(new Date(next).toISOString().slice(0, 16));
    if (found.length === count) return found;
  }
  return found;
}

describe('the days of', () => {
  test.each([
    ['the last of a month', '0 0 L * ? *', ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']],
    ['the last of February', '0 0 L 2 ? *', ['2027-02-28', '2028-02-29', '2029-02-28']],
    ['a 31st', '0 0 31 * ? *', ['2027-01-31', '2027-03-31', '2027-05-31']],
    ['a 29th of February', '0 0 29 FEB ? *', ['2028-02-29', '2032-02-29']],
    ['a weekday nearest to a Friday', '0 0 15W 1 ? *', ['2027-01-15']],
    ['a weekday nearest to a Saturday', '0 0 16W 1 ? *', ['2027-01-15']],
    ['a weekday nearest to a Sunday', '0 0 17W 1 ? *', ['2027-01-18']],
    ['a weekday nearest to a Saturday the 1st', '0 0 1W 5 ? *', ['2027-05-03']],
    ['a weekday nearest to a Sunday that ends the month', '0 0 31W 1 ? *', ['2027-01-29']],
    ['the weekday nearest to a 31st, in months that have one', '0 0 31W * ? *', ['2027-01-29', '2027-03-31']],
    ['the last weekday', '0 0 LW * ? *', ['2027-01-29', '2027-02-26']],
    ['Saturdays by L', '0 0 ? * L *', ['2027-01-02', '2027-01-09']],
    ['the last Friday', '0 0 ? * 6L *', ['2027-01-29', '2027-02-26']],
    ['the last Friday by name', '0 0 ? * fril *', ['2027-01-29', '2027-02-26']],
    ['the second Tuesday', '0 0 ? * 3#2 *', ['2027-01-12', '2027-02-09']],
    ['a fifth Sunday', '0 0 ? * SUN#5 *', ['2027-01-31', '2027-05-30']],
    ['several rules at once', '0 0 1,L,15W * ? *', ['2027-01-01', '2027-01-15', '2027-01-31']],
    ['days by step', '0 0 10/10 * ? *', ['2027-01-10', '2027-01-20', '2027-01-30', '2027-02-10']],
    ['weekdays', '0 0 ? * MON-FRI *', ['2027-01-01', '2027-01-04', '2027-01-05']],
  ])('%s', (_, expression, days) => {
    expect(timesOf(expression, '2027-01-01T00:00:00', days.length)).toEqual(
      days.map((day) => `${day}T00:00`),
    );
  });
});

describe('the hours and minutes of', () => {
  test.each([
    ['0/15 9-10 * * ? *', ['09:00', '09:15', '09:30', '09:45', '10:00']],
    ['5,1 23 * * ? *', ['23:01', '23:05']],
    ['10-30/10 8 * * ? *', ['08:10', '08:20', '08:30']],
    ['*/30 */12 * * ? *', ['00:00', '00:30', '12:00', '12:30']],
  ])('%s', (expression, times) => {
    expect(timesOf(expression, '2027-06-01T00:00:00', times.length)).toEqual(
      times.map((time) => `2027-06-01T${time}`),
    );
  });

  test('an hour that other zones skip or repeat comes once', () => {
    expect(timesOf('30 1 * 3 ? *', '2027-03-27T12:00:00', 2)).toEqual([
      '2027-03-28T01:30',
      '2027-03-29T01:30',
    ]);
  });
});

test('an instant within a minute waits for the next minute', () => {
  const cron = parseCron('* * * * ? *');
  expect(nextCronTime(cron, at('2027-12-31T23:59:00.001'))).toBe(at('2028-01-01T00:00:00'));
  expect(nextCronTime(cron, at('2027-12-31T23:59:00'))).toBe(at('2027-12-31T23:59:00'));
});

test('a day that no year has never comes', () => {
  expect(nextCronTime(parseCron('0 0 30 2 ? *'), at('2027-01-01T00:00:00'))).toBeUndefined();
  expect(timesOf('0 0 29 2 ? *', '2096-03-01T00:00:00', 1)).toEqual(['2104-02-29T00:00']);
});

test.each([
  '0 12 * * ?',
  '0 12 * * ? 2027',
  '0 12 * * * *',
  '0 12 ? * ? *',
  '60 12 * * ? *',
  '0 24 * * ? *',
  '0 12 0 * ? *',
  '0 12 32W * ? *',
  '0 12 * 13 ? *',
  '0 12 ? * 8 *',
  '0 12 ? * 2#6 *',
  '0 12 ? * 1/2 *',
  '0 12 ? * FRI-MON *',
  '0/0 12 * * ? *',
  '1/2/3 12 * * ? *',
  '1-2-3 12 * * ? *',
  ', 12 * * ? *',
  'L 12 * * ? *',
  '-1 12 * * ? *',
])('%s is not a cron expression', (expression) => {
  expect(() => parseCron(expression)).toThrow();
});

/** A field's text and its meaning, independent of the code under test. */
type Field = { text: string; matches(n: number): boolean };

const field = (min: number, max: number): fc.Arbitrary<Field> => {
  const number = fc.integer({ min, max });
  return fc.oneof(
    fc.constant({ text: '*', matches: () => true }),
    fc.uniqueArray(number, { minLength: 1, maxLength: 4 }).map((list) => ({
      text: list.join(','),
      matches: (n: number) => list.includes(n),
    })),
    fc.tuple(number, number).map(([a, b]) => ({
      text: `${Math.min(a, b)}-${Math.max(a, b)}`,
      matches: (n: number) => n >= Math.min(a, b) && n <= Math.max(a, b),
    })),
    fc.tuple(number, fc.integer({ min: 1, max })).map(([start, step]) => ({
      text: `${start}/${step}`,
      matches: (n: number) => n >= start && (n - start) % step === 0,
    })),
  );
};

const dayFields = fc.oneof(
  field(1, 31).map((days) => ({
    text: [days.text, '?'],
    matches: (date: Date) => days.matches(date.getUTCDate()),
  })),
  fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }).map((weekdays) => ({
    text: ['?', weekdays.join(',')],
    matches: (date: Date) => weekdays.includes(date.getUTCDay() + 1),
  })),
  fc.constant({
    text: ['L', '?'],
    matches: (date: Date) => new Date(date.getTime() + DAY).getUTCDate() === 1,
  }),
  fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 })).map(([weekday, nth]) => ({
    text: ['?', `${weekday}#${nth}`],
    matches: (date: Date) => date.getUTCDay() + 1 === weekday && Math.ceil(date.getUTCDate() / 7) === nth,
  })),
);

test('the next time is the first matching minute of a naive scan', () => {
  const scanned = 20 * DAY;
  const from = fc.integer({ min: at('2023-12-01T00:00:00'), max: at('2028-04-01T00:00:00') });
  fc.assert(
    fc.property(
      field(0, 59),
      field(0, 23),
      field(1, 12),
      dayFields,
      from,
      (minute, hour, month, day, from) => {
        const [monthDay, weekday] = day.text;
        const cron = parseCron(
          `${minute.text} ${hour.text} ${monthDay} ${month.text} ${weekday} *`.toUpperCase(),
        );
        let naive: number | undefined;
        for (let t = Math.ceil(from / MINUTE) * MINUTE; t < from + scanned && naive === undefined; ) {
          const date = new Date(t);
          if (!month.matches(date.getUTCMonth() + 1) || !day.matches(date)) {
            t = (Math.floor(t / DAY) + 1) * DAY;
            continue;
          }
          if (minute.matches(date.getUTCMinutes()) && hour.matches(date.getUTCHours())) naive = t;
          t += MINUTE;
        }
        const next = nextCronTime(cron, from) ?? Number.POSITIVE_INFINITY;
        expect(next < from + scanned ? next : undefined).toBe(naive);
      },
    ),
    { numRuns: 300 },
  );
});

test('all times of a span are the next times one after the other', () => {
  const from = fc.integer({ min: at('2023-12-01T00:00:00'), max: at('2028-04-01T00:00:00') });
  fc.assert(
    fc.property(field(0, 59), field(0, 23), dayFields, from, (minute, hour, day, from) => {
      const [monthDay, weekday] = day.text;
      const cron = parseCron(`${minute.text} ${hour.text} ${monthDay} * ${weekday} *`.toUpperCase());
      const to = from + 2 * DAY;
      const oneByOne: number[] = [];
      for (let t = nextCronTime(cron, from); t !== undefined && t < to; t = nextCronTime(cron, t + 1))
        oneByOne.push(t);
      expect([...cronTimes(cron, { from, to })]).toEqual(oneByOne);
    }),
  );
});

test('reads only cron expressions', () => {
  expect(readCron('0 12 * * ?')).toBeUndefined();
  expect(readCron('0 12 * * ? *')).toEqual(expect.objectContaining({ minutes: [0], hours: [12] }));
});
