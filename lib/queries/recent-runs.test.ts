import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { CanaryRun, RunsRequest } from '@/lib/canary/run';
import { recentRunsOptions } from './recent-runs';

const run = (started: number): CanaryRun => ({ id: `run-${started}`, name: 'c', state: 'PASSED', started });

/** A canary with a run at every second down from 10, two on a page. */
async function read(since: number) {
  const asked: RunsRequest[] = [];
  const options = recentRunsOptions('c', since, async (request) => {
    asked.push(request);
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
  return { runs: answer.data.runs.length, nextToken: answer.data.nextToken, pages: asked.length };
}

test('pages are read until they reach the start', async () => {
  expect(await read(8)).toEqual({ runs: 4, nextToken: '6', pages: 2 });
});

test('four pages are the most; what is left over is told by its token', async () => {
  expect(await read(0)).toEqual({ runs: 8, nextToken: '2', pages: 4 });
});
