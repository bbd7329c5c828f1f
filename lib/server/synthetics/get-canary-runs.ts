import { GetCanaryRunsCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { RunsPage, RunsRequest } from '@/lib/canary/run';
import { SECOND } from '@/lib/time/duration';
import { readableRows, unreadableWarnings, wireToken } from '../aws/wire';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { callForJson } from './call-for-json';
import { addToBody } from './dry-run-wire';
import { runsBytes } from './runs/run-bytes';
import { wireRun } from './wire-run';

const answer = z
  .object({ CanaryRuns: readableRows(wireRun), NextToken: wireToken })
  .transform(({ CanaryRuns: { rows, unreadableCount }, NextToken }) => ({
    page: { runs: rows, nextToken: NextToken } satisfies RunsPage,
    unreadableCount,
  }));

/** A page of runs as AWS sent it; its unreadable runs are left out. */
export type WireRunsPage = RunsPage & { asOf: number; unreadableCount: number };

/** One page of a canary's runs, newest first. Rejects with a ProblemError. */
export async function fetchRunsPage(
  { name, dryRunId, runType = dryRunId ? 'DRY_RUN' : 'CANARY_RUN', maxResults, nextToken }: RunsRequest,
  signal: AbortSignal,
): Promise<WireRunsPage> {
  const asOf = exactNow();
  const command = new GetCanaryRunsCommand({ Name: name, MaxResults: maxResults, NextToken: nextToken });
  addToBody(command, { RunType: runType, DryRunId: dryRunId });
  const { page, unreadableCount } = await callForJson('GetCanaryRuns', answer, command, signal);
  return { ...page, asOf, unreadableCount };
}

/** Maximum memory of single pages, whose runs can have long reasons. */
const MAX_PAGES_BYTES = 20_000_000;

const pages = SharedCalls.named<Answer<RunsPage>>('canary runs', {
  ttlMs: 10 * SECOND,
  bytes: { max: MAX_PAGES_BYTES, sizeOf: ({ data }) => 1 + runsBytes(data.runs) },
});

/**
 * One page of a canary's runs, newest first. Without a run type it has dry runs if `dryRunId` names one, and
 * scheduled runs otherwise. Rejects with a ProblemError.
 */
export function getCanaryRuns(request: RunsRequest, signal?: AbortSignal): Promise<Answer<RunsPage>> {
  const { name, dryRunId, runType, maxResults, nextToken } = request;
  return pages.get(
    JSON.stringify([name, runType, dryRunId, maxResults, nextToken]),
    async (callSignal) => {
      const { asOf, unreadableCount, ...page } = await fetchRunsPage(request, callSignal);
      const warnings = unreadableWarnings(unreadableCount, 'run');
      return { data: page, asOf, partial: unreadableCount > 0, warnings };
    },
    signal,
  );
}
