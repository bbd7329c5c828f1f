import type { RunsRequest, RunType } from './run';

/** The request for the runs of a page. Omits a dry run's id except with dry runs, because AWS refuses it. */
export const runsRequest = (
  name: string,
  { runType, dryRunId }: { runType: RunType; dryRunId: string | null },
): Omit<RunsRequest, 'nextToken'> => ({
  name,
  runType,
  ...(runType === 'DRY_RUN' && dryRunId ? { dryRunId } : {}),
});
