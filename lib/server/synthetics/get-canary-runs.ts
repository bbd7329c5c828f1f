import { GetCanaryRunsCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { RunsAsk, RunsPage } from '@/lib/canary/run';
import { SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { syntheticsClient } from '../aws/clients';
import { wireToken } from '../aws/wire';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { addToBody, sendForJson } from './dry-run-wire';
import { wireRun } from './wire-run';

const answer = z
  .object({ CanaryRuns: z.array(wireRun), NextToken: wireToken })
  .transform(({ CanaryRuns, NextToken }): RunsPage => ({ runs: CanaryRuns, nextToken: NextToken }));

const pages = SharedCalls.named<Answer<RunsPage>>('canary runs', { ttlMs: 10 * SECOND });

/** One page of a canary's runs, newest first; without a run type, dry runs only when one is named. Rejects with a ProblemError. */
export function getCanaryRuns(ask: RunsAsk, signal?: AbortSignal): Promise<Answer<RunsPage>> {
  const { name, dryRunId, runType = dryRunId ? 'DRY_RUN' : 'CANARY_RUN', maxResults, nextToken } = ask;
  return pages.get(
    JSON.stringify([name, runType, dryRunId, maxResults, nextToken]),
    async (ended) => {
      const asOf = exactNow();
      const data = await call(
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
      return { data, asOf, partial: false, warnings: [] };
    },
    signal,
  );
}
