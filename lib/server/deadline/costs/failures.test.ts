import { describe, expect, it, vi } from 'vitest';
import { SECOND } from '@/lib/time/duration';
import { openStudio, recordsOf } from './studio-for-test';

const studio = openStudio();
const refused = { status: 400, message: 'The token is invalid.' };

describe('a failure', () => {
  it.each(['FAILED', 'TIMEOUT'])(
    '%s has AWS’s message and no rows, and is not shared with later viewers',
    async (status) => {
      const row = { count: 1, costInUsd: { sum: 1 }, runtimeInSeconds: { sum: 1 } };
      const times = {
        aggregationStartTime: '2026-11-20T00:00:00Z',
        aggregationEndTime: '2026-11-21T00:00:00Z',
      };
      const text = JSON.stringify({
        statistics: [{ ...row, ...times }],
        status,
        statusMessage: 'arn:aws:deadline:us-east-1:123456789012:farm/f is too large.',
      });
      const answer = { kind: 'text', status: 200, text, contentType: 'application/json' } as const;
      studio.aws.world.faults.inject('GetSessionsStatisticsAggregation', answer, 1);
      const { failure, events } = await studio.ask(studio.query);
      expect(failure).toEqual({ status, statusMessage: '(a resource) is too large.' });
      expect(events.some(({ type }) => type === 'rows')).toBe(false);
      const { costs } = await studio.ask(studio.query);
      expect(recordsOf(costs)).toBe(300);
    },
  );

  it('names the missing permission, and no account', async () => {
    studio.fail('StartSessionsStatisticsAggregation', 'AccessDeniedException', 403, 1);
    const { failure } = await studio.ask(studio.query);
    expect(failure).toMatchObject({
      status: 'PROBLEM',
      problem: { message: expect.stringContaining('deadline:StartSessionsStatisticsAggregation') },
    });
    expect(JSON.stringify(failure)).not.toMatch(/arn:|123456789012/);
  });

  it.each([
    ['a number as text', { count: 1, costInUsd: { sum: '1.5' }, runtimeInSeconds: {} }],
    ['NaN', { count: 1, costInUsd: { sum: 'NaN' }, runtimeInSeconds: {} }],
    ['no count', { costInUsd: { sum: 1 }, runtimeInSeconds: {} }],
    ['no cost', { count: 1, runtimeInSeconds: {} }],
  ])('refuses rows with %s', async (_, row) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const times = {
      aggregationStartTime: '2026-11-20T00:00:00Z',
      aggregationEndTime: '2026-11-21T00:00:00Z',
    };
    const text = JSON.stringify({ status: 'COMPLETED', statistics: [{ ...row, ...times }] });
    const answer = { kind: 'text', status: 200, text, contentType: 'application/json' } as const;
    studio.aws.world.faults.inject('GetSessionsStatisticsAggregation', answer, 1);
    const { failure } = await studio.ask(studio.query);
    expect(failure).toMatchObject({ problem: { code: 'BadAnswer' } });
  });

  it('of a page continues with that page, without another aggregation', async () => {
    const started = studio.starts();
    const first = await studio.ask(studio.query, {
      onEvent: ({ type }) => {
        if (type === 'rows' && started.requests.length === 1)
          studio.fail('GetSessionsStatisticsAggregation', 'InternalServerErrorException', 500, 100);
      },
    });
    // Either what AWS answered, or that it is not called any more because it failed so often.
    expect(first.failure).toMatchObject({ problem: { status: expect.toBeOneOf([502, 503]) } });
    studio.recover();
    const { costs } = await studio.ask(studio.query);
    expect(recordsOf(costs)).toBe(300);
    expect(started.requests).toHaveLength(2);
  });

  it.each([
    ['ValidationException', { ...refused, kind: 'exception', code: 'ValidationException' }],
    ['BadAnswer', { kind: 'text', status: 200, text: '{"status":"DONE"}', contentType: 'application/json' }],
  ] as const)('%s of a page is for good: a retry starts over', async (code, answer) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const started = studio.starts();
    const first = await studio.ask(studio.few(), {
      onEvent: ({ type }) =>
        type === 'rows' && studio.aws.world.faults.inject('GetSessionsStatisticsAggregation', answer, 1),
    });
    expect(first.failure).toMatchObject({ problem: { code } });
    studio.aws.world.faults.clear();
    const { costs } = await studio.ask(studio.few());
    expect(recordsOf(costs)).toBe(250);
    expect(started.requests).toHaveLength(2);
  });

  it('of a poll is tried again when AWS says, and nobody notices', async () => {
    const started = studio.starts();
    studio.fail('GetSessionsStatisticsAggregation', 'ThrottlingException', 429, 1, { 'retry-after': '7' });
    const { costs } = await studio.ask(studio.few());
    expect(recordsOf(costs)).toBe(250);
    expect(studio.timing.waitedMs).toContain(7 * SECOND);
    expect(started.requests).toHaveLength(1);
  });

  it('of every poll leaves the aggregation to who comes next', async () => {
    const started = studio.starts();
    studio.fail('GetSessionsStatisticsAggregation', 'InternalServerErrorException', 500, 100);
    const { failure } = await studio.ask(studio.few());
    expect(failure).toMatchObject({ problem: { status: 502 } });
    expect(studio.timing.waitedMs).toEqual([1, 2].map((seconds) => seconds * SECOND));
    studio.aws.world.faults.clear();
    const { costs } = await studio.ask(studio.few());
    expect(recordsOf(costs)).toBe(250);
    expect(started.requests).toHaveLength(1);
  });

  it('to find the results starts over once', async () => {
    const started = studio.starts();
    studio.fail('GetSessionsStatisticsAggregation', 'ResourceNotFoundException', 404, 1);
    expect((await studio.ask(studio.query)).costs).toBeDefined();
    expect(started.requests).toHaveLength(3);
    studio.fail('GetSessionsStatisticsAggregation', 'ResourceNotFoundException', 404, 2);
    const { failure } = await studio.ask({ ...studio.query, period: 'HOURLY' });
    expect(failure).toMatchObject({ problem: { code: 'ResourceNotFoundException' } });
  });
});
