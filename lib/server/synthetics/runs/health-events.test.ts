import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { POST } from '@/app/api/canaries-health/route';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import { healthOf } from '@/lib/canary/health/health-of';
import type { HealthEvent } from '@/lib/canary/stream/health-event';
import { DAY, HOUR } from '@/lib/time/duration';
import { callRoute, pointAt, startTestAws, TEST_NOW, type TestAws } from '../../test-support';
import { getCanary } from '../get-canary';
import { fetchRunsPage } from '../get-canary-runs';

let aws: TestAws;
beforeAll(async () => {
  aws = await startTestAws({ sample: true });
});
beforeEach(() => pointAt(aws.url));
afterAll(() => aws.close());

const SPAN = { from: TEST_NOW - DAY, to: TEST_NOW - 2 * HOUR };
const NAMES = ['sample-login-flow', 'sample-checkout', 'sample-asset-upload', 'sample-report-export'];

async function ask(body: object) {
  const answer = await callRoute(POST, {
    method: 'POST',
    headers: { origin: 'http://127.0.0.1:3000', 'content-type': 'application/json' },
    body: JSON.stringify({ names: NAMES, ...SPAN, now: TEST_NOW, bins: 60, ...body }),
  });
  if (answer.status !== 200) return { ...answer, events: [] };
  const lines = answer.bytes.toString().trim().split('\n');
  return { ...answer, events: lines.map((line) => JSON.parse(line) as HealthEvent) };
}

/** The health from the pages of AWS, back to a day before the span. */
async function rawHealth(name: string): Promise<CanaryHealth> {
  const from = SPAN.from - DAY;
  const runs = [];
  for (let nextToken: string | undefined; ; ) {
    const page = await fetchRunsPage({ name, ...(nextToken && { nextToken }) }, AbortSignal.timeout(60_000));
    runs.push(...page.runs);
    nextToken = page.nextToken;
    if (nextToken === undefined || page.runs.some(({ started }) => started < from)) break;
  }
  const { data: canary } = await getCanary(name);
  const loaded = { runs, from };
  return healthOf(loaded, canary, { span: SPAN, now: TEST_NOW, bins: 60 });
}

describe('the health of canaries', () => {
  it('is what was read before while AWS fails, with the reason', async () => {
    const names = ['sample-checkout'];
    const before = await ask({ names });
    let passedMs = 0;
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + passedMs);
    passedMs = 6000;
    process.env.TRIPTYCH_AWS_TIMEOUT_MS = '200';
    aws.world.faults.inject('GetCanaryRuns', { kind: 'hang' }, 1000);
    const { events } = await ask({ names });
    aws.world.faults.clear();
    vi.restoreAllMocks();
    expect(events.slice(-2)).toEqual([
      before.events.at(-2),
      {
        ...{ type: 'failed', name: 'sample-checkout' },
        problem: expect.objectContaining({
          message: expect.stringContaining('Shown is what AWS returned at'),
        }),
      },
    ]);
  });

  it('is what all their runs tell about the range, in one answer', async () => {
    const { events } = await ask({});
    for (const name of NAMES) {
      const ofOne = events.filter((event) => event.name === name);
      expect(ofOne.at(-1)).toEqual({ type: 'end', name, asOf: TEST_NOW, warnings: [] });
      const { passed, finished, coverage, durations, heartbeat, now } = await rawHealth(name);
      expect(ofOne.at(-2)).toMatchObject({
        ...{ type: 'health', isCovered: true },
        health: JSON.parse(JSON.stringify({ passed, finished, coverage, durations, heartbeat })),
      });
      expect(ofOne.at(-2)).toMatchObject({ health: { now: { state: now.state } } });
    }
  });

  it('is told early, with what it covers', async () => {
    const { events } = await ask({ names: ['sample-api-health'] });
    const [first, last] = [events[0], events.at(-2)];
    if (first?.type !== 'health' || last?.type !== 'health') throw new Error('There is no health.');
    expect([first.isCovered, first.runCount]).toEqual([false, 100]);
    expect(first.health.coverage.from).toBeGreaterThan(SPAN.from);
    expect([last.isCovered, last.health.coverage]).toEqual([true, SPAN]);
    expect(events.length, 'not with every page').toBeLessThan(8);
  });

  it('of a missing or failing canary does not hold up the others', async () => {
    const { events } = await ask({ names: ['missing', 'sample-checkout'] });
    const ends = events.filter(({ type }) => type !== 'health').map(({ type, name }) => `${name}: ${type}`);
    expect(ends.toSorted()).toEqual(['missing: failed', 'sample-checkout: end']);
  });

  it('costs the requests of one viewer for all', async () => {
    const { mock } = vi.spyOn(aws.world.canaries, 'runs');
    await ask({ names: ['sample-checkout'] });
    const count = mock.calls.length;
    await Promise.all(Array.from({ length: 10 }, () => ask({ names: ['sample-checkout'] })));
    expect(mock.calls.length).toBe(count);
    vi.restoreAllMocks();
  });
});

it.each([
  [{ names: [] }, 'names'],
  [{ names: ['A'] }, 'names'],
  [{ names: ['a', 'a'] }, 'names'],
  [{ names: Array.from({ length: 51 }, (_, n) => `c${n}`) }, 'names'],
  [{ from: '1' }, 'from'],
  [{ to: SPAN.from }, 'to'],
  [{ from: 0 }, 'to'],
  [{ bins: 0 }, 'bins'],
  [{ bins: 501 }, 'bins'],
  [{ now: 1.5 }, 'now'],
])('refuses %j because of %s', async (body, field) => {
  const answer = await ask(body);
  expect([answer.status, answer.body.error.field]).toEqual([400, field]);
});
