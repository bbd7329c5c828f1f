import { GetCanaryRunsCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/words';
import type { RunsPage, RunsRequest } from '@/lib/canary/run';
import { SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { syntheticsClient } from '../aws/clients';
import { readableRows, wireToken } from '../aws/wire';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { addToBody, sendForJson } from './dry-run-wire';
import { wireRun } from './wire-run';

const answer = z
  .object({ CanaryRuns: readableRows(wireRun), NextToken: wireToken })
  .transform(({ CanaryRuns: { rows, leftOut }, NextToken }) => ({
    page: { runs: rows, nextToken: NextToken } satisfies RunsPage,
    leftOut,
  }));

const pages = SharedCalls.named<Answer<RunsPage>>('canary runs', { ttlMs: 10 * SECOND });

/** One page of a canary's runs, newest first; without a run type, dry runs only when one is named. Rejects with a ProblemError. */
export function getCanaryRuns(request: RunsRequest, signal?: AbortSignal): Promise<Answer<RunsPage>> {
  const { name, dryRunId, runType = dryRunId ? 'DRY_RUN' : 'CANARY_RUN', maxResults, nextToken } = request;
  return pages.get(
    JSON.stringify([name, runType, dryRunId, maxResults, nextToken]),
    async (ended) => {
      const asOf = exactNow();
      const { page, leftOut } = await call(
        'GetCanaryRuns',
        syntheticsClient,
        answer,
        (client, options) => {
          const command = new GetCanaryRunsCommand({
            Name: name,
            MaxResults: maxResults,
            NextToken: nextToken,
          });
          addToBody(command, { RunType: runType, DryRunId: dryRunId });
          return sendForJson(command, (carrier) => client.send(carrier, options));
        },
        ended,
      );
      const warnings =
        leftOut > 0 ? [`${counted(leftOut, 'run')} of AWS’s answer can’t be read and is left out.`] : [];
      return { data: page, asOf, partial: leftOut > 0, warnings };
    },
    signal,
  );
}
