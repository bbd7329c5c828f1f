import {
  GetCanaryRunsCommand,
  type GetCanaryRunsCommandInput,
  paginateGetCanaryRuns,
  SyntheticsClient,
} from '@aws-sdk/client-synthetics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { rawAnswer } from '../sdk-for-test';
import { NOW, startTestAws, type TestAws, type WireRun } from '../test-support';

let local: TestAws;
let client: SyntheticsClient;

beforeAll(async () => {
  local = await startTestAws();
  client = new SyntheticsClient(local.config);
});
afterAll(() => local.end());

type Newer = { RunType?: string; DryRunId?: string };
type Answer = { CanaryRuns: WireRun[]; NextToken?: string };

/** One call through the SDK, with request and response members that it predates. */
async function request(input: GetCanaryRunsCommandInput, newer: Newer = {}): Promise<Answer> {
  const command = new GetCanaryRunsCommand(input);
  return rawAnswer(command, () => client.send(command), { body: newer });
}

async function all(Name: string, newer: Newer = {}, MaxResults = 100): Promise<WireRun[]> {
  const runs: WireRun[] = [];
  let NextToken: string | undefined;
  do {
    const page = await request({ Name, MaxResults, NextToken }, newer);
    runs.push(...page.CanaryRuns);
    NextToken = page.NextToken;
  } while (NextToken);
  return runs;
}

const refused = { name: 'ValidationException', $metadata: { httpStatusCode: 400 } };

describe('a page', () => {
  test('has 100 runs by default, newest first, none in the future', async () => {
    const { CanaryRuns, NextToken } = await client.send(
      new GetCanaryRunsCommand({ Name: 'sample-api-health' }),
    );
    const started = (CanaryRuns ?? []).map(({ Timeline }) => Timeline?.Started?.getTime() ?? 0);
    expect(started).toHaveLength(100);
    expect(started).toEqual([...started].sort((a, b) => b - a));
    expect(started[0]).toBeGreaterThan(NOW - 120_000);
    expect(started[0]).toBeLessThanOrEqual(NOW);
    expect(NextToken?.length).toBeGreaterThanOrEqual(4);
    expect(NextToken?.length).toBeLessThanOrEqual(252);
  });

  test('has timestamps as epoch seconds with fractions', async () => {
    const { CanaryRuns } = await request({ Name: 'sample-api-health' });
    const started = CanaryRuns.map(({ Timeline }) => Timeline.Started);
    expect(started.every((second) => second > NOW / 1000 - DAY && second <= NOW / 1000)).toBe(true);
    expect(started.some((second) => second % 1 !== 0)).toBe(true);
  });

  test.each([1, 100])('has MaxResults %i runs', async (MaxResults) => {
    expect((await request({ Name: 'sample-api-health', MaxResults })).CanaryRuns).toHaveLength(MaxResults);
  });

  test('ignores members that are null', async () => {
    const response = await fetch(`${local.aws.url}/canary/sample-checkout/runs`, {
      method: 'POST',
      body: JSON.stringify({ MaxResults: null, NextToken: null, RunType: null, DryRunId: null }),
    });
    expect(response.status).toBe(200);
  });
});

describe('paging', () => {
  test('returns the same runs in pages of any size, each once', async () => {
    const runs = await all('sample-report-export');
    expect(runs.length).toBeGreaterThan(200);
    expect(new Set(runs.map(({ Id }) => Id)).size).toBe(runs.length);
    expect(await all('sample-report-export', {}, 23)).toEqual(runs);
  });

  test("works with the client's own paginator", async () => {
    let pages = 0;
    for await (const page of paginateGetCanaryRuns({ client }, { Name: 'sample-asset-upload' })) {
      pages += page.CanaryRuns?.length ? 1 : 0;
    }
    expect(pages).toBe(8);
  });

  test('a token stays valid while newer runs arrive', async () => {
    const own = await startTestAws();
    try {
      const other = new SyntheticsClient(own.config);
      const send = (NextToken?: string) =>
        other.send(new GetCanaryRunsCommand({ Name: 'sample-api-health', MaxResults: 10, NextToken }));
      const first = await send();
      const second = await send(first.NextToken);
      own.clock.set(NOW + 30 * 60_000);
      const later = await send(first.NextToken);
      expect(later.CanaryRuns).toEqual(second.CanaryRuns);
      expect((await send()).CanaryRuns).not.toEqual(first.CanaryRuns);
    } finally {
      await own.end();
    }
  });
});

describe('refused with ValidationException', () => {
  test.each<[string, Partial<GetCanaryRunsCommandInput>, Newer]>([
    ['MaxResults 0', { MaxResults: 0 }, {}],
    ['MaxResults 101', { MaxResults: 101 }, {}],
    ['MaxResults 1.5', { MaxResults: 1.5 }, {}],
    ['a name with capitals', { Name: 'Sample' }, {}],
    ['a name of 256 characters', { Name: 'a'.repeat(256) }, {}],
    ['a NextToken of 3 characters', { NextToken: 'abc' }, {}],
    ['an empty NextToken', { NextToken: '' }, {}],
    ['a NextToken of 253 characters', { NextToken: 'a'.repeat(253) }, {}],
    ['a NextToken that was never issued', { NextToken: 'abcdefgh' }, {}],
    ['an unknown RunType', {}, { RunType: 'OTHER' }],
    ['a DryRunId that is no UUID', {}, { DryRunId: 'x' }],
    [
      'CANARY_RUN with a DryRunId',
      {},
      { RunType: 'CANARY_RUN', DryRunId: '01234567-89ab-4cde-8f01-23456789abcd' },
    ],
  ])('%s', async (_, input, newer) => {
    await expect(request({ Name: 'sample-checkout', ...input }, newer)).rejects.toMatchObject(refused);
  });

  test("another canary's token, another run type's, a changed one", async () => {
    const { NextToken = '' } = await request({ Name: 'sample-checkout' });
    const end = NextToken.endsWith('A') ? 'Q' : 'A';
    await expect(request({ Name: 'sample-search', NextToken })).rejects.toMatchObject(refused);
    await expect(
      request({ Name: 'sample-checkout', NextToken }, { RunType: 'DRY_RUN' }),
    ).rejects.toMatchObject(refused);
    await expect(
      request({ Name: 'sample-checkout', NextToken: NextToken.slice(0, -1) + end }),
    ).rejects.toMatchObject(refused);
  });

  test('the same token is valid with an explicit default run type', async () => {
    const { NextToken } = await request({ Name: 'sample-checkout' });
    const spelled = await request({ Name: 'sample-checkout', NextToken }, { RunType: 'CANARY_RUN' });
    expect(spelled).toEqual(await request({ Name: 'sample-checkout', NextToken }));
  });
});

test('an unknown name is a ResourceNotFoundException', async () => {
  await expect(request({ Name: 'unknown' })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    $metadata: { httpStatusCode: 404 },
  });
});

describe('dry runs', () => {
  test('are left out by default and listed alone with DRY_RUN', async () => {
    const scheduled = await all('sample-report-export');
    const dry = await all('sample-report-export', { RunType: 'DRY_RUN' });
    expect(scheduled.some(({ DryRunConfig }) => DryRunConfig)).toBe(false);
    expect(dry.length).toBeGreaterThan(1);
    expect(dry.every(({ DryRunConfig }) => DryRunConfig?.DryRunId)).toBe(true);
  });

  test('can be requested by id, with or without the run type', async () => {
    const dry = await all('sample-login-flow', { RunType: 'DRY_RUN' });
    const DryRunId = dry.at(-1)?.DryRunConfig?.DryRunId ?? '';
    const expected = dry.filter(({ DryRunConfig }) => DryRunConfig?.DryRunId === DryRunId);
    expect(expected.length).toBeLessThan(dry.length);
    expect(await all('sample-login-flow', { RunType: 'DRY_RUN', DryRunId })).toEqual(expected);
    expect(await all('sample-login-flow', { DryRunId })).toEqual(expected);
    const pages = await all('sample-login-flow', { DryRunId }, 1);
    expect(pages).toEqual(expected);
  });

  test('has no runs for an unknown id', async () => {
    const DryRunId = '01234567-89ab-4cde-8f01-23456789abcd';
    expect(await request({ Name: 'sample-login-flow' }, { DryRunId })).toEqual({ CanaryRuns: [] });
  });
});

describe('retention', () => {
  test('hides passed runs after 7 days and failed ones after 31, as the canary is configured', async () => {
    const runs = await all('sample-search');
    const ages = (state: string) =>
      runs
        .filter(({ Status }) => Status.State === state)
        .map(({ Timeline }) => (NOW / 1000 - Timeline.Started) / 86_400);
    expect(Math.max(...ages('PASSED'))).toBeGreaterThan(6.9);
    expect(Math.max(...ages('PASSED'))).toBeLessThanOrEqual(7);
    expect(Math.max(...ages('FAILED'))).toBeGreaterThan(14);
    expect(Math.max(...ages('FAILED'))).toBeLessThanOrEqual(31);
  });

  test('hides all runs after 31 days', async () => {
    const oldest = (await all('sample-report-export')).at(-1)?.Timeline.Started ?? 0;
    const days = (NOW / 1000 - oldest) / 86_400;
    expect(days).toBeGreaterThan(30.9);
    expect(days).toBeLessThanOrEqual(31);
  });
});

describe('a run', () => {
  test('has no end while it is running, and keeps its id', async () => {
    const own = await startTestAws();
    try {
      const other = new SyntheticsClient(own.config);
      const newest = async () => {
        const page = await other.send(new GetCanaryRunsCommand({ Name: 'sample-checkout', MaxResults: 1 }));
        return page.CanaryRuns?.[0];
      };
      const ended = await newest();
      const started = ended?.Timeline?.Started?.getTime() ?? 0;
      own.clock.set(started + 1);
      const running = await newest();
      expect(running).toMatchObject({ Id: ended?.Id, Status: { State: 'RUNNING' } });
      expect(running?.Timeline?.Completed).toBeUndefined();
      own.clock.set(started - 1);
      expect((await newest())?.Id).not.toBe(ended?.Id);
    } finally {
      await own.end();
    }
  });

  test('shares its ScheduledRunId with its retries, and has no RetryAttempt as the first attempt', async () => {
    const runs = await all('sample-asset-upload');
    const retried = runs.filter(({ RetryAttempt }) => RetryAttempt === 2);
    expect(retried.length).toBeGreaterThan(0);
    for (const { ScheduledRunId, Timeline } of retried) {
      const attempts = runs.filter((run) => run.ScheduledRunId === ScheduledRunId).reverse();
      expect(attempts.map(({ RetryAttempt }) => RetryAttempt)).toEqual([undefined, 1, 2]);
      expect(attempts.slice(0, 2).every(({ Status }) => Status.State === 'FAILED')).toBe(true);
      expect(attempts.map((run) => run.Timeline.MetricTimestampForRunAndRetries)).toEqual(
        Array(3).fill(Timeline.MetricTimestampForRunAndRetries),
      );
    }
  });

  test('reports its location and browser when its canary has them', async () => {
    const login = await request({ Name: 'sample-login-flow' });
    expect(new Set(login.CanaryRuns.map(({ BrowserType }) => BrowserType))).toEqual(
      new Set(['CHROME', 'FIREFOX']),
    );
    expect((await request({ Name: 'sample-search' })).CanaryRuns[0]?.Location).toBe('us-east-1');
    expect(login.CanaryRuns[0]?.ArtifactS3Location).toMatch(
      /^[a-z-]+\/canary\/us-east-1\/sample-login-flow-[0-9a-f]{3}-[0-9a-f]{12}\/2026\/11\/24\/14\/\d\d-\d\d-\d{3}$/,
    );
  });
});
