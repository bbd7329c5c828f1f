import { describe, expect, it } from 'vitest';
import { healthOf } from '@/lib/canary/health/health-of';
import { TEST_NOW } from '../../test-support';
import { neededFrom } from './answered-runs';
import { ago, CANARY, ids, idsOf, minuteRun, minuteRuns, openReader } from './reader-for-test';

const reader = openReader();

describe('reading', () => {
  it('goes back until the range is covered, newest first, with progress', async () => {
    const watched = await reader.watch({ from: ago(250) });
    expect(reader.server.requests.map(({ NextToken }) => NextToken)).toEqual([
      undefined,
      'place-100',
      'place-200',
    ]);
    expect(reader.server.requests[0]).toMatchObject({ MaxResults: 100, RunType: 'CANARY_RUN' });
    expect(idsOf(watched)).toEqual(ids(251));
    expect(watched.history).toMatchObject({ asOf: TEST_NOW, isCut: false, warnings: [] });
    expect(watched.events).toContainEqual({ type: 'progress', runCount: 100, knownFrom: ago(100) + 1 });
  });

  it('ends with the last page, with nothing before it', async () => {
    const { history } = await reader.watch({ from: ago(2000) });
    expect([history?.loaded.runs.length, history?.loaded.from]).toEqual([1000, Number.NEGATIVE_INFINITY]);
  });

  it('does not look for runs from before the canary, or that AWS no longer keeps', async () => {
    const created = { ...CANARY, created: ago(50) };
    const { history } = await reader.watch({ from: ago(2000), canary: created });
    expect(reader.server.requests).toHaveLength(1);
    expect(history?.loaded.from).toBe(Number.NEGATIVE_INFINITY);
    reader.server.runs = minuteRuns(3000);
    const kept = { ...CANARY, id: 'c-2', successRetentionDays: 1, failureRetentionDays: 1 };
    const short = await reader.watch({ from: ago(2900), canary: kept });
    expect(short.history?.loaded.runs).toHaveLength(1440);
    expect(short.history?.loaded.from, 'all of the range, and nothing told of an earlier one').toBe(
      neededFrom(kept, ago(2900)),
    );
  });

  it('leaves out what AWS forgets sooner of passed than of failed runs', async () => {
    reader.server.runs = minuteRuns(1500, { 1: 'FAILED', 1480: 'FAILED' });
    const canary = { ...CANARY, successRetentionDays: 1, failureRetentionDays: 2 };
    const { history } = await reader.watch({ from: ago(1490), canary });
    expect(history?.loaded.runs.filter(({ started }) => started < ago(1440)).map(({ id }) => id)).toEqual([
      minuteRun(1480).id,
    ]);
  });

  it('requests dry runs, of one id if it is given', async () => {
    const dryRunId = '1b4d2f6a-0c3e-4f5a-8b7c-9d0e1f2a3b4c';
    await reader.watch({ from: ago(10), runType: 'DRY_RUN', dryRunId });
    expect(reader.server.requests[0]).toMatchObject({ RunType: 'DRY_RUN', DryRunId: dryRunId });
    await reader.watch({ from: ago(10), runType: 'DRY_RUN' });
    expect(reader.server.requests[1]).not.toHaveProperty('DryRunId');
  });

  it('starts so early that a run is whole whose retry is in the range', async () => {
    const slow = { ...CANARY, timeoutSeconds: 9 * 60, maxRetries: 1 };
    const { history } = await reader.watch({ from: ago(210), canary: slow });
    expect(history?.loaded.from).toBe(ago(230));
  });

  it('has the newest runs of a canary whose schedule is longer than the range', async () => {
    const daily = { ...CANARY, schedule: 'cron(0 14 * * ? *)', created: ago(40_000) };
    reader.server.runs = [minuteRun(600, 'FAILED'), minuteRun(2040), minuteRun(3480)];
    const { history } = await reader.watch({ from: ago(360), canary: daily });
    const loaded = history?.loaded ?? expect.fail();
    expect([loaded.runs.length, loaded.from]).toEqual([3, Number.NEGATIVE_INFINITY]);
    const options = { span: { from: ago(360), to: ago(0) }, now: ago(0), bins: 6 };
    const { now, finished } = healthOf({ ...loaded, asOf: history?.asOf }, daily, options);
    expect([now.state, now.since, finished]).toEqual(['failing', ago(600), 0]);
  });

  it('has the newest hundred runs whatever the range, and no others before it', async () => {
    expect(
      idsOf(await reader.watch({ from: ago(-60) })),
      'without those that started with the page’s last one',
    ).toEqual(ids(99));
    const known = await reader.watch({ from: ago(450) });
    expect(idsOf(known)).toEqual(ids(451));
    const later = await reader.watch({ from: ago(50) });
    expect([idsOf(later), later.history?.loaded.from]).toEqual([ids(100), ago(100)]);
  });
});

describe('requests of all canaries', () => {
  const canaries = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ ...CANARY, id: `c-${n}`, name: `c${n}` }));

  it('are at most ten at a time', async () => {
    const open = new Set<() => void>();
    let most = 0;
    reader.server.before = () =>
      new Promise((resolve) => {
        open.add(() => resolve(undefined));
        most = Math.max(most, open.size);
        // The first ten wait for each other.
        if (open.size < 10 && reader.server.requests.length < 30) return;
        for (const answer of open) answer();
        open.clear();
      });
    await Promise.all(canaries(30).map((canary) => reader.watch({ from: ago(50), canary })));
    expect([reader.server.requests.length, most]).toEqual([30, 10]);
  });

  it('for older pages leave room for the newest ones', async () => {
    let answerOlder = () => {};
    const isFree = new Promise<undefined>((resolve) => {
      answerOlder = () => resolve(undefined);
    });
    reader.server.before = (_, { NextToken }) => (NextToken ? isFree : undefined);
    const reading = canaries(20).map((canary) => reader.watch({ from: ago(150), canary }));
    const other = { ...CANARY, id: 'other' };
    expect(idsOf(await reader.watch({ from: ago(50), canary: other }))).toEqual(ids(99));
    expect(reader.server.requests.filter(({ NextToken }) => NextToken).length).toBeLessThanOrEqual(8);
    answerOlder();
    for (const watched of await Promise.all(reading)) expect(idsOf(watched)).toEqual(ids(151));
  });
});
