import { awsCommand } from '@/lib/download/aws-cli';
import type { AwsPlace } from '@/lib/download/aws-place';
import type { RunsRequest } from '../run';

/** A command that starts a dry run. */
export const dryRunScript = (name: string, place: AwsPlace): string =>
  awsCommand('synthetics start-canary-dry-run', [['name', name]], place);

/**
 * Commands for the runs of a canary: all that AWS keeps, since GetCanaryRuns has no filter by time, and versions of the CLI print times
 * in ways that no query compares.
 */
export function runsScript({ name, runType, dryRunId }: RunsRequest, place: AwsPlace): string {
  const read = awsCommand(
    'synthetics get-canary-runs',
    [
      ['name', name],
      ...(runType ? [['run-type', runType] as const] : []),
      ...(dryRunId ? [['dry-run-id', dryRunId] as const] : []),
      ['output', 'json'],
    ],
    place,
  );
  const canary = awsCommand('synthetics get-canary', [['name', name]], place);
  return [
    '# The schedule, by which runs are missed, and for how long AWS keeps runs.',
    canary,
    '',
    '# The CLI reads all pages: all runs that AWS keeps, of any time, location and browser. It needs a version that knows dry runs.',
    '# The page counts a run and its retries, which have the same ScheduledRunId, browser and location, as one.',
    `${read}\n`,
  ].join('\n');
}
