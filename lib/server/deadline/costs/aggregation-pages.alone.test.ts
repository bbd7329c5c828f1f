import { beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '@/lib/answer/problem';
import type { StatisticsPage } from '@/lib/farm/session-statistics';
import { NoWaiting } from '../../aws/timing-for-test';
import { AggregationPages } from './aggregation-pages';

const aws = vi.hoisted(() => ({
  tokens: [] as (string | undefined)[],
  page: async (_: number): Promise<Partial<StatisticsPage>> => ({}),
}));
vi.mock('../get-sessions-statistics-aggregation', () => ({
  getSessionsStatisticsAggregation: async ({ nextToken }: { nextToken?: string }) => {
    const number = aws.tokens.push(nextToken);
    return { status: 'COMPLETED', rows: [], nextToken: `page ${number + 1}`, ...(await aws.page(number)) };
  },
}));

beforeEach(() => {
  aws.tokens = [];
  aws.page = async () => ({});
});

async function opened() {
  const pages = new AggregationPages({ farmId: 'farm', aggregationId: 'aggregation' }, new NoWaiting());
  await pages.poll();
  return pages;
}
const never = new AbortController().signal;
const always = () => true;

it('has requested the next page when it returns one, and returns each once', async () => {
  aws.page = async (number) => (number === 4 ? { nextToken: undefined } : {});
  const pages = await opened();
  for (const [token, requested] of [
    ['page 3', 3],
    ['page 4', 4],
    [undefined, 4],
  ] as const) {
    expect((await pages.next(never, always)).nextToken).toBe(token);
    expect(aws.tokens).toHaveLength(requested);
  }
  expect(aws.tokens).toEqual([undefined, 'page 2', 'page 3', 'page 4']);
});

it('requests nothing ahead that is not wanted, or for viewers who have left', async () => {
  const pages = await opened();
  await pages.next(never, () => false);
  await pages.next(AbortSignal.abort(), always);
  expect(aws.tokens).toEqual([undefined, 'page 2', 'page 3']);
});

it('rejects with the failure of a page that was requested ahead, and reads it again after that', async () => {
  aws.page = async (number) => (number === 3 ? Promise.reject(new Error('refused')) : {});
  const pages = await opened();
  await pages.next(never, always);
  await expect(pages.next(never, always)).rejects.toThrow('refused');
  expect((await pages.next(never, () => false)).nextToken).toBe('page 5');
  expect(aws.tokens).toEqual([undefined, 'page 2', 'page 3', 'page 3']);
});

it('forgets the failure of a page for which nobody waited', async () => {
  const left = new AbortController();
  aws.page = async (number) => {
    if (number !== 3) return {};
    left.abort();
    throw left.signal.reason;
  };
  const pages = await opened();
  await pages.next(left.signal, always);
  expect((await pages.next(never, () => false)).nextToken).toBe('page 5');
});

it('requests a page again that was on its way for viewers who have left, if AWS throttled it', async () => {
  const left = new AbortController();
  const throttled = { code: 'ThrottlingException', message: 'No.', status: 429, retryable: true };
  aws.page = async (number) => {
    if (number !== 3) return {};
    left.abort();
    throw new ProblemError(throttled);
  };
  const pages = await opened();
  await pages.next(left.signal, always);
  expect((await pages.next(never, () => false)).nextToken).toBe('page 5');
  expect(aws.tokens).toEqual([undefined, 'page 2', 'page 3', 'page 3']);
});
