import type { RunsRequest, RunType } from './run';

/** The runs that a page's choice asks for: a dry run's id counts only with dry runs (AWS refuses it otherwise). */
export const runsRequest = (
  name: string,
  { runType, dryRunId }: { runType: RunType; dryRunId: string | null },
): Omit<RunsRequest, 'nextToken'> => ({
  name,
  runType,
  ...(runType === 'DRY_RUN' && dryRunId ? { dryRunId } : {}),
});
