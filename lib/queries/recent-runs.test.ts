import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { CanaryRun, RunsRequest } from '@/lib/canary/run';
import { recentRunsOptions } from './recent-runs';

const run = (started: number): CanaryRun => ({ id: `run-${started}`, name: 'c', state: 'PASSED', started });

/** Reads a canary that ran at the instants 10, 9, … 1, two runs a page. */
async function read(since: number) {
  const requests: RunsRequest[] = [];
  const options = recentRunsOptions('c', since, async (request) => {
    requests.push(request);
    const newest = Number(request.nextToken ?? 10);
    const token = newest > 1 ? { nextToken: String(newest - 2) } : {};
    return {
      data: { runs: [run(newest), run(newest - 1)], ...token },
      asOf: 1,
      partial: false,
      warnings: [],
    };
  });
  const answer = await new QueryClient().query(options);
  return { runs: answer.data.runs.length, nextToken: answer.data.nextToken, pages: requests.length };
}

test('reads pages until one reaches the start', async () => {
  expect(await read(8)).toEqual({ runs: 4, nextToken: '6', pages: 2 });
});

test('reads at most four pages and returns the token of the next', async () => {
  expect(await read(0)).toEqual({ runs: 8, nextToken: '2', pages: 4 });
});
