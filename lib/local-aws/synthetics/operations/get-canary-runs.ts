import { z } from 'zod';
import { validation } from '../errors';
import { operation } from '../operation';
import { pageToken, readPageToken } from '../page-token';
import type { RunPosition } from '../store/run-table';
import { canaryName, dryRunId, maxResults, nextToken, runType } from '../wire/inputs';
import { toWireRun } from '../wire/members';
import { canaryRunsOutput } from '../wire/outputs';

/** A canary's runs, newest first: its scheduled runs, its dry runs, or those of one dry run. */
export const getCanaryRuns = operation({
  name: 'GetCanaryRuns',
  method: 'POST',
  path: '/canary/{name}/runs',
  errors: ['InternalServerException', 'ResourceNotFoundException', 'ValidationException'],
  output: canaryRunsOutput,
  input: z
    .object({
      name: canaryName,
      MaxResults: maxResults(100),
      NextToken: nextToken,
      RunType: runType,
      DryRunId: dryRunId,
    })
    .refine(({ RunType, DryRunId }) => RunType !== 'CANARY_RUN' || DryRunId === undefined, {
      path: ['DryRunId'],
      message: 'is valid only with the RunType DRY_RUN',
    }),
  handle: async ({ name, MaxResults, NextToken, RunType, DryRunId }, { world }) => {
    const canary = world.canaries.find(name);
    const kind = RunType === 'DRY_RUN' || DryRunId !== undefined ? 'dry' : 'canary';
    const binding = ['GetCanaryRuns', name, kind, DryRunId];
    const after =
      NextToken === undefined ? undefined : positionFrom(readPageToken(world, binding, NextToken));
    const { runs, next } = await world.canaries.runs(canary, { kind, dryRunId: DryRunId }, MaxResults, after);
    return {
      body: {
        CanaryRuns: runs.map((run) => toWireRun(run)),
        NextToken: next && pageToken(world, binding, `${next.started}-${next.id}`),
      },
    };
  },
});

function positionFrom(text: string): RunPosition {
  const [, started, id] = /^(\d{1,15})-([0-9a-f-]{36})$/.exec(text) ?? [];
  if (started === undefined || id === undefined) throw validation('NextToken: is not valid.');
  return { started: Number(started), id };
}
