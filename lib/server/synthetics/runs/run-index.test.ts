import { expect, it, vi } from 'vitest';
import type { CanaryRun } from '@/lib/canary/run';
import { DAY, MINUTE } from '@/lib/time/duration';
import { pointAt, TEST_NOW } from '../../test-support';
import { CANARY, minuteRun } from './reader-for-test';
import { runsBytes } from './run-bytes';
import { RunIndex } from './run-index';

it('forgets runs some time after AWS has', async () => {
  pointAt('http://127.0.0.1:1');
  const canary = { ...CANARY, successRetentionDays: 1, failureRetentionDays: 1 };
  const runs = Array.from({ length: 4 * 1440 + 1 }, (_, minutes) => minuteRun(minutes - 3 * 1440));
  let now = TEST_NOW;
  const read = async (token: string | undefined) => {
    const kept = runs.filter(({ started }) => started < now && started >= now - DAY);
    const from = Number(token ?? 0);
    const nextToken = from + 100 < kept.length ? { nextToken: String(from + 100) } : {};
    return { runs: kept.slice(from, from + 100), ...nextToken, asOf: now, unreadableCount: 0 };
  };
  const index = new RunIndex(() => canary, read, undefined);
  const { signal } = new AbortController();
  for (let day = 0; day < 3; day++) {
    now = TEST_NOW + day * DAY;
    process.env.TRIPTYCH_NOW = new Date(now).toISOString();
    const needed = now - DAY + MINUTE;
    await index.refresh(signal, needed);
    while (index.known.from > needed && !index.isOver) await index.readOlder(signal, needed);
    expect(index.known.newestFirst().filter(({ started }) => started >= now - DAY)).toHaveLength(1440);
    expect(index.bytes).toBeLessThanOrEqual(runsBytes(runs.slice(0, 2 * 1440)));
  }
});

it('joins the newest page to what was read minutes ago, whatever the number of places', async () => {
  const PLACES = 150;
  const minutes = (count: number) =>
    Array.from({ length: count * PLACES }, (_, n): CanaryRun => {
      const run = minuteRun(Math.floor(n / PLACES));
      return { ...run, id: `${run.id} ${n % PLACES}`, started: run.started - (n % PLACES) };
    });
  let listed: CanaryRun[] = minutes(10).slice(PLACES);
  const read = vi.fn(async (token: string | undefined) => {
    const from = Number(token ?? 0);
    const nextToken = from + 100 < listed.length ? { nextToken: String(from + 100) } : {};
    return { runs: listed.slice(from, from + 100), ...nextToken, asOf: TEST_NOW, unreadableCount: 0 };
  });
  const index = new RunIndex(() => CANARY, read, undefined);
  const { signal } = new AbortController();
  await index.refresh(signal, Number.POSITIVE_INFINITY);
  while (!index.isOver) await index.readOlder(signal, Number.NEGATIVE_INFINITY);
  listed = minutes(10);
  read.mockClear();
  await index.refresh(signal, Number.POSITIVE_INFINITY);
  expect(index.known.newestFirst()).toHaveLength(listed.length);
  expect(read.mock.calls.length).toBeLessThan(6);
});
