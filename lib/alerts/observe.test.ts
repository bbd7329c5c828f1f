import { expect, test } from 'vitest';
import { healthOf } from '@/lib/canary/health/health-of';
import type { Canary } from '@/lib/canary/run';
import { runs } from '@/lib/canary/runs-text';
import type { Budget } from '@/lib/farm/budgets/budget';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { addressOf } from './alert';
import { observeAnomalies } from './observe-anomalies';
import { observeBudgets } from './observe-budgets';
import { observeCanary, observeGone, readTimeOf } from './observe-canary';

const CANARY: Canary = { name: 'login', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {}, created: 0 };

/** What is told of a canary whose runs, one every five minutes, are as in a picture. */
function told(picture: string, failingAfter: number, canary = CANARY) {
  const all = runs(picture);
  const now = 5 * MINUTE * picture.split(' ').length;
  const health = healthOf({ runs: all, from: -1 }, canary, { span: { from: 0, to: now }, now, bins: 1 });
  const { state, title, text } = observeCanary('login', health, { failingAfter, now }) ?? {};
  return [state, title, text];
}

test('a canary is down once enough runs in a row have failed', () => {
  const text = 'The canary login has been failing since 00:10 UTC.';
  expect(told('P P F', 1)).toEqual(['raised', 'login is failing', text]);
  expect(told('P P F F', 3)).toEqual([undefined, undefined, undefined]);
  expect(told('P P F F F', 3)).toEqual(['raised', 'login is failing', text]);
  expect(told('P F FP', 1)).toEqual([
    ...['fine', 'login is passing again', 'The canary login has been passing since 00:10 UTC.'],
  ]);
});

test('a canary is down once enough runs in a row are missing', () => {
  const text = (missed: number) => `The canary login has had no run since 00:05 UTC (${missed} missed).`;
  expect(told('P P . .', 3)).toEqual([undefined, undefined, undefined]);
  expect(told('P P . . .', 2)).toEqual(['raised', 'login is silent', text(3)]);
});

test('tells of the locations alone in which enough runs failed', () => {
  const streak = (location: string, since: number, count: number) => ({
    location,
    since,
    orEarlier: false,
    count,
  });
  const now = {
    ...({ state: 'failing', since: HOUR, orEarlier: false, missed: 5, variantCount: 3 } as const),
    failing: [streak('eu-west-1', HOUR, 1)],
    silent: [streak('us-east-1', 0.5 * HOUR, 5)],
  };
  expect(observeCanary('login', { now }, { failingAfter: 3, now: 2 * HOUR })).toMatchObject({
    ...{ title: 'login is silent', since: 0.5 * HOUR },
    text: 'The canary login has had no run since 00:30 UTC (5 missed) in us-east-1 (of 3).',
  });
});

test('nobody can tell of a stopped canary whether it would pass', () => {
  const stopped = { ...CANARY, state: 'STOPPED', lastStopped: 8 * MINUTE };
  expect(told('P F', 1, stopped)).toEqual([
    ...['ended', 'login was stopped'],
    'The canary login has been stopped since 00:08 UTC. Whether it would pass is unknown.',
  ]);
});

test('the page of a canary shows an hour before it went down, and at most a week', () => {
  const down = (since: number, now: number) => {
    const observed = observeCanary(
      'login',
      {
        now: {
          ...{ state: 'failing', since, orEarlier: false, missed: 0, variantCount: 1, silent: [] },
          failing: [{ since, orEarlier: false, count: 9 }],
        },
      },
      { failingAfter: 1, now },
    );
    return observed && addressOf(observed.page);
  };
  const now = Date.parse('2026-11-24T14:00:00Z');
  const ends = 'to=2026-11-24T14%3A00%3A00.000Z&asof=2026-11-24T14%3A00%3A00.000Z';
  expect(down(now - 5 * HOUR, now)).toEqual({
    path: '/canaries/login',
    search: `?from=2026-11-24T08%3A00%3A00.000Z&${ends}`,
  });
  expect(down(now - 30 * DAY, now)?.search).toBe(`?from=2026-11-17T14%3A00%3A00.000Z&${ends}`);
});

test('as many runs are read as must have failed, at most those of a month', () => {
  const read = (schedule: string, failingAfter: number) =>
    readTimeOf({ ...CANARY, schedule }, failingAfter, 60 * DAY) / HOUR;
  expect([read('rate(1 minute)', 20), read('rate(1 hour)', 1), read('rate(1 hour)', 10)]).toEqual([6, 6, 12]);
  expect([read('cron(0 9 * * ? *)', 3), read('cron(0 9 * * ? *)', 20)]).toEqual([192, 31 * 24]);
});

test('says that a canary is no longer watched', () =>
  expect(observeGone('login', DAY)).toMatchObject({ state: 'ended', title: 'login is no longer watched' }));

const BUDGET: Budget = {
  ...{ budgetId: 'budget-1', displayName: 'Films', status: 'ACTIVE', limitUsd: 500, usedUsd: 412 },
  details: { actions: [{ type: 'STOP_SCHEDULING_AND_COMPLETE_TASKS', thresholdPercent: 80 }] },
};

test('tells which thresholds of a budget were passed, and what AWS does there', () => {
  const observed = observeBudgets('farm-1', [BUDGET], DAY);
  expect(observed.map(({ state, title }) => [state, title])).toEqual([
    ['fine', 'Budget Films passed 100 %'],
    ['raised', 'Budget Films passed 80 %'],
  ]);
  expect(observed[1]?.text).toBe(
    '$412.00 of $500.00 are used, 82.4 %. At 80 % AWS stops scheduling and completes running tasks.',
  );
  expect(observed[1]?.subject).toEqual({ farmId: 'farm-1', budgetId: 'budget-1', thresholdPercent: 80 });
});

test('concludes nothing of budgets that are inactive, or whose thresholds could not be read', () => {
  const { details: _, ...unread } = BUDGET;
  expect(observeBudgets('farm-1', [{ ...BUDGET, status: 'INACTIVE' }, unread], DAY)).toEqual([]);
});

test('tells of the anomalies of the last day, each time of one by itself', () => {
  const now = Date.parse('2026-11-24T14:32:00Z');
  const instances = [
    { from: now - 25 * HOUR },
    { from: now - 3 * HOUR, to: now - HOUR },
    { from: now - HOUR },
  ];
  const anomaly = { name: 'serialize', threadStates: ['RUNNABLE'], reason: 'It rose.', instances };
  const observed = observeAnomalies('shop', [anomaly], now);
  expect(observed.map(({ title, text, since }) => [title, text, since])).toEqual([
    ['serialize is unusual in shop', 'It rose.', now - 3 * HOUR],
    ['serialize is unusual in shop', 'It rose.', now - HOUR],
  ]);
  expect(new Set(observed.map(({ key }) => key)).size).toBe(2);
  expect(observed[1] && addressOf(observed[1].page).search).toBe(
    '?from=2026-11-24T12%3A30%3A00.000Z&to=2026-11-24T14%3A32%3A00.000Z&asof=2026-11-24T14%3A32%3A00.000Z',
  );
});
