import { awsCommand } from '@/lib/download/aws-cli';
import type { AwsPlace } from '@/lib/download/aws-place';
import type { RunsRequest } from '../run';

/** A command that starts a dry run. */
export const dryRunScript = (name: string, place: AwsPlace): string =>
  awsCommand('synthetics start-canary-dry-run', [['name', name]], place);

/**
 * Commands for the runs of a canary. GetCanaryRuns has no filter by time, so the CLI reads all pages and picks the runs that started
 * from `from` on (epoch milliseconds).
 */
export function runsScript({ name, runType, dryRunId }: RunsRequest, from: number, place: AwsPlace): string {
  const since = new Date(from).toISOString();
  const read = awsCommand(
    'synthetics get-canary-runs',
    [
      ['name', name],
      ...(runType ? [['run-type', runType] as const] : []),
      ...(dryRunId ? [['dry-run-id', dryRunId] as const] : []),
      ['query', `CanaryRuns[?Timeline.Started>=\`${since}\`]`],
      ['output', 'json'],
    ],
    place,
  );
  const canary = awsCommand('synthetics get-canary', [['name', name]], place);
  return `${canary}\n\n# The CLI reads all pages. It needs a version that knows dry runs.\n${read}\n`;
}
