import fc from 'fast-check';
import { describe, expect, it, test, vi } from 'vitest';
import { healthOf } from '@/lib/canary/health/health-of';
import type { CanaryRun } from '@/lib/canary/run';
import { TEST_NOW } from '../../test-support';
import { ago, CANARY, ids, idsOf, minuteRun, minuteRuns, openReader } from './reader-for-test';

const reader = openReader();

describe('pages', () => {
  it('that shift while they are read give each run once', async () => {
    const newer = [minuteRun(0), minuteRun(-1), minuteRun(-2)];
    reader.server.before = (request) => {
      const run = request > 0 && newer[request - 1];
      if (run) reader.server.runs = [run, ...reader.server.runs];
      return undefined;
    };
    const shifted = await reader.watch({ from: ago(450) });
    expect(idsOf(shifted)).toEqual(ids(451));
    reader.passTime();
    expect(idsOf(await reader.watch({ from: ago(450) }))).toEqual([
      ...newer.toReversed().map(({ id }) => id),
      ...ids(451),
    ]);
  });

  it('have runs out of order and twice', async () => {
    const [a, b, c, ...rest] = reader.server.runs;
    if (!a || !b || !c) throw new Error('There are no runs.');
    reader.server.runs = [c, a, a, b, ...rest.slice(0, 96), ...rest.slice(97), ...rest.slice(96, 97)];
    const watched = await reader.watch({ from: ago(2000) });
    expect(idsOf(watched)).toEqual(ids(1000));
  });

  it('of which one is named twice end the reading, and the answer shows it', async () => {
    reader.server.before = (_, { NextToken }) =>
      NextToken ? { body: { CanaryRuns: [], NextToken: 'place-100' } } : undefined;
    const { history } = await reader.watch({ from: ago(450) });
    expect(history?.warnings).toEqual(['AWS sent the same page of runs again, so older runs were not read.']);
    expect([history?.loaded.runs.length, history?.loaded.from]).toEqual([99, ago(100) + 1]);
    reader.server.before = () => undefined;
    reader.passTime();
    expect(idsOf(await reader.watch({ from: ago(450) })), 'later').toEqual(ids(451));
  });

  it('without runs do not end the reading', async () => {
    reader.server.before = (request) =>
      request === 1 ? { body: { CanaryRuns: [], NextToken: 'place-0100' } } : undefined;
    expect(idsOf(await reader.watch({ from: ago(250) }))).toEqual(ids(251));
  });

  it('whose token has expired start over from the newest one, and keep what is known', async () => {
    await reader.watch({ from: ago(250) });
    reader.passTime();
    reader.server.before = (request) =>
      request === 4 ? { status: 400, code: 'ValidationException' } : undefined;
    expect(idsOf(await reader.watch({ from: ago(450) }))).toEqual(ids(451));
    const tokens = reader.server.requests.slice(3).map(({ NextToken }) => NextToken);
    expect(tokens).toEqual([undefined, 'place-300', undefined, ...[1, 2, 3, 4].map((n) => `place-${n}00`)]);
  });

  it('that AWS always refuses end with its reason', async () => {
    reader.server.before = (_, { NextToken }) =>
      NextToken ? { status: 400, code: 'ValidationException' } : undefined;
    const { problem } = await reader.watch({ from: ago(450) });
    expect(problem).toMatchObject({ code: 'ValidationException' });
    expect(reader.server.requests.length).toBeLessThan(10);
  });

  it('are read again when AWS throttles, and nobody notices', async () => {
    reader.server.before = (request) =>
      request % 5 < 3 ? { status: 429, code: 'ThrottlingException' } : undefined;
    expect(idsOf(await reader.watch({ from: ago(150) }))).toEqual(ids(151));
    expect(reader.timing.waitedMs.length).toBeGreaterThan(0);
  });

  it('of a canary that was deleted between them end with a sentence; one made again has runs of its own', async () => {
    reader.server.before = (request) =>
      request > 0 ? { status: 404, code: 'ResourceNotFoundException' } : undefined;
    const { problem, events } = await reader.watch({ from: ago(450) });
    expect(problem).toMatchObject({ code: 'ResourceNotFoundException', status: 404 });
    expect(events.some(({ type }) => type === 'runs')).toBe(true);
    reader.server.before = () => undefined;
    reader.server.runs = minuteRuns(3);
    expect(idsOf(await reader.watch({ from: ago(450), canary: { ...CANARY, id: 'c-2' } }))).toEqual(ids(3));
  });

  it('with unreadable runs leave them out, and the answer shows how many', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = { Id: 'x', Name: 'c', Status: { State: 'PAUSED' }, Timeline: { Started: ago(1) / 1000 } };
    reader.server.runs = minuteRuns(1);
    const run = { Id: 'y', Name: 'c', Status: { State: 'PASSED' }, Timeline: { Started: ago(2) / 1000 } };
    reader.server.before = () => ({ body: { CanaryRuns: [broken, run] } });
    const watched = await reader.watch({ from: ago(10) });
    expect(idsOf(watched)).toEqual(['y']);
    expect(watched.history?.warnings).toEqual(['1 run in AWS’s answer can’t be read and is left out.']);
    expect(watched.history?.loaded.runs[0]).toMatchObject({ state: 'PASSED', completed: undefined });
    vi.restoreAllMocks();
  });
});

/** A retry some seconds after a run, so that the border of two pages can be between them. */
const retryOf = (run: CanaryRun, isPassed = false): CanaryRun => ({
  ...run,
  ...{ id: `retry of ${run.id}`, scheduledRunId: run.id, retryAttempt: 1 },
  ...{ state: isPassed ? 'PASSED' : 'FAILED', started: run.started + 3000, completed: run.started + 5000 },
});

test('pages that shift at any time give the same health as pages that don’t', async () => {
  const span = { from: ago(40), to: TEST_NOW };
  const options = { span, now: TEST_NOW, bins: 20 };
  const settings = fc.record({
    pageSize: fc.integer({ min: 1, max: 12 }),
    /** Runs that start before each request. */
    added: fc.array(fc.nat(15), { maxLength: 12 }),
    failed: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }),
    /** Whether the retry of each of those passes. */
    retries: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  });
  await fc.assert(
    fc.asyncProperty(settings, async ({ pageSize, added, failed, retries }) => {
      const all = minuteRuns(60, Object.fromEntries(failed.map((minutes) => [minutes, 'FAILED']))).flatMap(
        (run, at) => (run.state === 'FAILED' ? [retryOf(run, retries[at % 20]), run] : [run]),
      );
      const expected = healthOf({ runs: all, from: Number.NEGATIVE_INFINITY }, CANARY, options);
      reader.restart();
      reader.server.runs = all;
      reader.server.pageSize = pageSize;
      let start = 0;
      reader.server.before = (request) => {
        for (let n = 0; n < (added[request] ?? 0); n++)
          reader.server.runs = [minuteRun(-start++), ...reader.server.runs];
        return undefined;
      };
      const { history } = await reader.watch({ from: span.from });
      const { passed, finished, coverage, durations, heartbeat, atEnd } = expected;
      const loaded = history?.loaded ?? expect.fail();
      expect(healthOf(loaded, CANARY, options)).toMatchObject({
        ...{ passed, finished, coverage, durations, heartbeat },
      });
      expect(healthOf(loaded, CANARY, options).atEnd.failing.length).toBe(atEnd.failing.length);
    }),
    { numRuns: 30 },
  );
});
