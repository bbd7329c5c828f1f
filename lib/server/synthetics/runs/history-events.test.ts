import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { CountedWaits } from '../../aws/timing-for-test';
import { pointAt, TEST_NOW } from '../../test-support';
import { RunIndexes } from './run-indexes';
import { ShiftingServer } from './shifting-server-for-test';
import { CANARY, idsOf, minuteRun, minuteRuns, watch } from './watch-for-test';

const server = new ShiftingServer();
let url = '';
let timing: CountedWaits;
let indexes: RunIndexes;

beforeAll(async () => {
  url = await server.start();
});
beforeEach(() => {
  pointAt(url);
  timing = new CountedWaits();
  indexes = new RunIndexes(timing);
  server.requests.length = 0;
  server.before = () => undefined;
  server.pageSize = 100;
  server.runs = minuteRuns(1000);
});
afterAll(() => server.close());

const ids = (count: number) => minuteRuns(count).map(({ id }) => id);
/** Makes the newest known runs old enough to be read again. */
const passTime = () => {
  timing.workedMs += MINUTE;
};
const ago = (minutes: number) => TEST_NOW - minutes * MINUTE;

describe('reading', () => {
  it('goes back until the range is covered, newest first, with progress', async () => {
    const watched = await watch(indexes, { from: ago(250) });
    expect(server.requests.map(({ NextToken }) => NextToken)).toEqual([undefined, 'place-100', 'place-200']);
    expect(server.requests[0]).toMatchObject({ MaxResults: 100, RunType: 'CANARY_RUN' });
    expect(idsOf(watched)).toEqual(ids(251));
    expect(watched.history).toMatchObject({ asOf: TEST_NOW, isCut: false, warnings: [] });
    expect(watched.events).toContainEqual({ type: 'progress', runCount: 100, knownFrom: ago(100) });
  });

  it('ends with the last page, with nothing before it', async () => {
    const { history } = await watch(indexes, { from: ago(2000) });
    expect([history?.loaded.runs.length, history?.loaded.from]).toEqual([1000, Number.NEGATIVE_INFINITY]);
  });

  it('does not look for runs from before the canary, or that AWS no longer keeps', async () => {
    const created = { ...CANARY, created: ago(50) };
    const { history } = await watch(indexes, { from: ago(2000), canary: created });
    expect(server.requests).toHaveLength(1);
    expect(history?.loaded.from).toBe(Number.NEGATIVE_INFINITY);
    server.runs = minuteRuns(3000);
    const kept = { ...CANARY, id: 'c-2', successRetentionDays: 1, failureRetentionDays: 1 };
    const short = await watch(indexes, { from: ago(2900), canary: kept });
    expect([short.history?.loaded.runs.length, short.history?.loaded.from]).toEqual([
      1440,
      Number.NEGATIVE_INFINITY,
    ]);
  });

  it('leaves out what AWS forgets sooner of passed than of failed runs', async () => {
    server.runs = minuteRuns(1500, { 1: 'FAILED', 1480: 'FAILED' });
    const canary = { ...CANARY, successRetentionDays: 1, failureRetentionDays: 2 };
    const { history } = await watch(indexes, { from: ago(1490), canary });
    expect(history?.loaded.runs.filter(({ started }) => started < ago(1440)).map(({ id }) => id)).toEqual([
      minuteRun(1480).id,
    ]);
  });

  it('requests dry runs, of one id if it is given', async () => {
    const dryRunId = '1b4d2f6a-0c3e-4f5a-8b7c-9d0e1f2a3b4c';
    await watch(indexes, { from: ago(10), runType: 'DRY_RUN', dryRunId });
    expect(server.requests[0]).toMatchObject({ RunType: 'DRY_RUN', DryRunId: dryRunId });
    await watch(indexes, { from: ago(10), runType: 'DRY_RUN' });
    expect(server.requests[1]).not.toHaveProperty('DryRunId');
  });

  it('starts so early that a run is whole whose retry is in the range', async () => {
    const slow = { ...CANARY, timeoutSeconds: 9 * 60, maxRetries: 1 };
    const { history } = await watch(indexes, { from: ago(10), canary: slow });
    expect(history?.loaded.from).toBe(ago(30));
  });
});

describe('viewers', () => {
  it('share the requests of one', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => watch(indexes, { from: ago(450) })));
    expect(server.requests).toHaveLength(5);
    for (const watched of all) expect(idsOf(watched)).toEqual(ids(451));
  });

  it('who come later get what is known, and one page for what is new', async () => {
    await watch(indexes, { from: ago(450) });
    passTime();
    server.runs = [minuteRun(0), ...server.runs];
    expect(idsOf(await watch(indexes, { from: ago(450) }))).toEqual([minuteRun(0).id, ...ids(451)]);
    expect(server.requests).toHaveLength(6);
    await watch(indexes, { from: ago(450) });
    expect(server.requests, 'so soon after the newest page').toHaveLength(6);
  });

  it('who leave stop the reading, and who comes later reads the rest', async () => {
    const left = new AbortController();
    const first = await watch(indexes, {
      from: ago(900),
      signal: left.signal,
      onEvent: ({ type }) => type === 'runs' && left.abort(),
    });
    expect(first.history).toBeUndefined();
    const count = server.requests.length;
    expect(count).toBeLessThan(5);
    expect(idsOf(await watch(indexes, { from: ago(850) }))).toEqual(ids(851));
    expect(server.requests.length).toBeLessThan(12);
  });

  it('who continue what they have get only what is newer', async () => {
    const first = await watch(indexes, { from: ago(250) });
    passTime();
    server.runs = [minuteRun(0), ...server.runs];
    const continued = { history: first.history ?? expect.fail(), after: ago(5) };
    const { events, ...next } = await watch(indexes, { from: ago(250), continued });
    const sent = events.flatMap((event) => (event.type === 'runs' ? event.chunk.ids : []));
    expect(sent.toSorted().reverse()).toEqual([minuteRun(0).id, ...ids(5)]);
    expect(idsOf({ events, ...next })).toEqual([minuteRun(0).id, ...ids(251)]);
  });
});

describe('newer runs', () => {
  it('are read until the newest known one, however many', async () => {
    await watch(indexes, { from: ago(450) });
    passTime();
    const newer = Array.from({ length: 350 }, (_, n) => minuteRun(n - 349));
    server.runs = [...newer, ...server.runs];
    const watched = await watch(indexes, { from: ago(450) });
    expect(idsOf(watched)).toEqual([...newer.map(({ id }) => id), ...ids(451)]);
    expect(server.requests.length - 5).toBe(4);
  });

  it('leave a gap that is read later, if a viewer needs none of the older ones', async () => {
    await watch(indexes, { from: ago(450) });
    passTime();
    const newer = Array.from({ length: 350 }, (_, n) => minuteRun(n - 349));
    server.runs = [...newer, ...server.runs];
    const { history } = await watch(indexes, { from: ago(-349) });
    expect([server.requests.length - 5, history?.loaded.runs.length]).toEqual([1, 2]);
    expect(idsOf(await watch(indexes, { from: ago(450) }))).toHaveLength(801);
    expect(server.requests.length - 5).toBe(4);
  });

  it('include those that were running, even some pages back', async () => {
    const slow = { ...CANARY, timeoutSeconds: 840, maxRetries: 2 };
    server.pageSize = 5;
    server.runs = minuteRuns(60, { 1: 'RUNNING', 12: 'RUNNING' });
    const first = await watch(indexes, { from: ago(20), canary: slow });
    passTime();
    const count = server.requests.length;
    server.runs = minuteRuns(60);
    const { history } = await watch(indexes, { from: ago(20), canary: slow });
    expect(server.requests.length - count).toBe(3);
    expect(first.history?.loaded.runs.filter(({ state }) => state === 'RUNNING')).toHaveLength(2);
    expect(history?.loaded.runs.filter(({ state }) => state === 'RUNNING')).toHaveLength(0);
  });

  it('take away a running run that AWS no longer lists', async () => {
    server.runs = minuteRuns(300, { 1: 'RUNNING' });
    const first = await watch(indexes, { from: ago(250) });
    passTime();
    server.runs = server.runs.slice(1);
    expect(idsOf(await watch(indexes, { from: ago(250) }))).toEqual(ids(251).slice(1));
    const continued = { history: first.history ?? expect.fail(), after: ago(1) };
    expect(idsOf(await watch(indexes, { from: ago(250), continued }))).toEqual(ids(251).slice(1));
  });

  it('do not include a run again that has had no end for longer than it may', async () => {
    server.pageSize = 5;
    server.runs = minuteRuns(60, { 30: 'RUNNING' });
    await watch(indexes, { from: ago(40) });
    passTime();
    const count = server.requests.length;
    await watch(indexes, { from: ago(40) });
    expect(server.requests.length - count).toBe(1);
  });
});

describe('pages', () => {
  it('that shift while they are read give each run once', async () => {
    const newer = [minuteRun(0), minuteRun(-1), minuteRun(-2)];
    server.before = (request) => {
      const run = request > 0 && newer[request - 1];
      if (run) server.runs = [run, ...server.runs];
      return undefined;
    };
    const shifted = await watch(indexes, { from: ago(450) });
    expect(idsOf(shifted)).toEqual(ids(451));
    passTime();
    expect(idsOf(await watch(indexes, { from: ago(450) }))).toEqual([
      ...newer.toReversed().map(({ id }) => id),
      ...ids(451),
    ]);
  });

  it('have runs out of order and twice', async () => {
    const [a, b, c, ...rest] = server.runs;
    if (!a || !b || !c) throw new Error('There are no runs.');
    server.runs = [c, a, a, b, ...rest.slice(0, 96), ...rest.slice(97), ...rest.slice(96, 97)];
    const watched = await watch(indexes, { from: ago(2000) });
    expect(idsOf(watched)).toEqual(ids(1000));
  });

  it('of which one is named twice end the reading, and the answer shows it', async () => {
    server.before = (_, { NextToken }) =>
      NextToken ? { body: { CanaryRuns: [], NextToken: 'place-100' } } : undefined;
    const { history } = await watch(indexes, { from: ago(450) });
    expect(history?.warnings).toEqual(['AWS sent the same page of runs again, so older runs were not read.']);
    expect([history?.loaded.runs.length, history?.loaded.from]).toEqual([100, ago(100)]);
    server.before = () => undefined;
    passTime();
    expect(idsOf(await watch(indexes, { from: ago(450) })), 'later').toEqual(ids(451));
  });

  it('without runs do not end the reading', async () => {
    server.before = (request) =>
      request === 1 ? { body: { CanaryRuns: [], NextToken: 'place-0100' } } : undefined;
    expect(idsOf(await watch(indexes, { from: ago(250) }))).toEqual(ids(251));
  });

  it('whose token has expired start over from the newest one, and keep what is known', async () => {
    await watch(indexes, { from: ago(250) });
    passTime();
    server.before = (request) => (request === 4 ? { status: 400, code: 'ValidationException' } : undefined);
    expect(idsOf(await watch(indexes, { from: ago(450) }))).toEqual(ids(451));
    const tokens = server.requests.slice(3).map(({ NextToken }) => NextToken);
    expect(tokens).toEqual([undefined, 'place-300', undefined, ...[1, 2, 3, 4].map((n) => `place-${n}00`)]);
  });

  it('that AWS always refuses end with its reason', async () => {
    server.before = (_, { NextToken }) =>
      NextToken ? { status: 400, code: 'ValidationException' } : undefined;
    const { problem } = await watch(indexes, { from: ago(450) });
    expect(problem).toMatchObject({ code: 'ValidationException' });
    expect(server.requests.length).toBeLessThan(10);
  });

  it('are read again when AWS throttles, and nobody notices', async () => {
    server.before = (request) => (request % 5 < 3 ? { status: 429, code: 'ThrottlingException' } : undefined);
    expect(idsOf(await watch(indexes, { from: ago(150) }))).toEqual(ids(151));
    expect(timing.waitedMs.length).toBeGreaterThan(0);
  });

  it('of a canary that was deleted between them end with a sentence; one made again has runs of its own', async () => {
    server.before = (request) =>
      request > 0 ? { status: 404, code: 'ResourceNotFoundException' } : undefined;
    const { problem, events } = await watch(indexes, { from: ago(450) });
    expect(problem).toMatchObject({ code: 'ResourceNotFoundException', status: 404 });
    expect(events.some(({ type }) => type === 'runs')).toBe(true);
    server.before = () => undefined;
    server.runs = minuteRuns(3);
    expect(idsOf(await watch(indexes, { from: ago(450), canary: { ...CANARY, id: 'c-2' } }))).toEqual(ids(3));
  });

  it('with unreadable runs leave them out, and the answer shows how many', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = { Id: 'x', Name: 'c', Status: { State: 'PAUSED' }, Timeline: { Started: ago(1) / 1000 } };
    server.runs = minuteRuns(1);
    const run = { Id: 'y', Name: 'c', Status: { State: 'PASSED' }, Timeline: { Started: ago(2) / 1000 } };
    server.before = () => ({ body: { CanaryRuns: [broken, run] } });
    const watched = await watch(indexes, { from: ago(10) });
    expect(idsOf(watched)).toEqual(['y']);
    expect(watched.history?.warnings).toEqual(['1 run in AWS’s answer can’t be read and is left out.']);
    expect(watched.history?.loaded.runs[0]).toMatchObject({ state: 'PASSED', completed: undefined });
    vi.restoreAllMocks();
  });
});

describe('requests of all canaries', () => {
  const canaries = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ ...CANARY, id: `c-${n}`, name: `c${n}` }));

  it('are at most ten at a time', async () => {
    const open = new Set<() => void>();
    let most = 0;
    server.before = () =>
      new Promise((resolve) => {
        open.add(() => resolve(undefined));
        most = Math.max(most, open.size);
        // The first ten wait for each other.
        if (open.size < 10 && server.requests.length < 30) return;
        for (const answer of open) answer();
        open.clear();
      });
    await Promise.all(canaries(30).map((canary) => watch(indexes, { from: ago(50), canary })));
    expect([server.requests.length, most]).toEqual([30, 10]);
  });

  it('for older pages leave room for the newest ones', async () => {
    let answerOlder = () => {};
    const isFree = new Promise<undefined>((resolve) => {
      answerOlder = () => resolve(undefined);
    });
    server.before = (_, { NextToken }) => (NextToken ? isFree : undefined);
    const reading = canaries(20).map((canary) => watch(indexes, { from: ago(150), canary }));
    const other = { ...CANARY, id: 'other' };
    expect(idsOf(await watch(indexes, { from: ago(50), canary: other }))).toEqual(ids(51));
    expect(server.requests.filter(({ NextToken }) => NextToken).length).toBeLessThanOrEqual(8);
    answerOlder();
    for (const watched of await Promise.all(reading)) expect(idsOf(watched)).toEqual(ids(151));
  });
});
