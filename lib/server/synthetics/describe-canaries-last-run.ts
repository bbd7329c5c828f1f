import { DescribeCanariesLastRunCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import type { CanaryRun } from '@/lib/canary/run';
import { allPages } from '../aws/pages';
import { optional, wireToken } from '../aws/wire';
import { callForJson } from './call-for-json';
import { wireRun } from './wire-run';

const MAX_RESULTS = 100;
/** Maximum number of pages. A canary has a last run in each of its browsers, and AWS may send fewer on a page than it is asked for. */
const MAX_PAGES = 50;

const answer = z
  .object({
    CanariesLastRun: z.array(z.object({ CanaryName: z.string().min(1), LastRun: optional(wireRun) })),
    NextToken: wireToken,
  })
  .transform(({ CanariesLastRun, NextToken }) => ({ items: CanariesLastRun, nextToken: NextToken }));

/** The newest run of each canary. If they are incomplete, canaries without one may have run too. */
export type LastRuns = { byName: Map<string, CanaryRun>; isComplete: boolean };

/** The newest run of each canary that has run, by the canary's name. Rejects with a ProblemError. */
export async function describeLastRuns(signal: AbortSignal): Promise<LastRuns> {
  const { items, isComplete } = await allPages(
    (nextToken) =>
      callForJson(
        'DescribeCanariesLastRun',
        answer,
        new DescribeCanariesLastRunCommand({ MaxResults: MAX_RESULTS, NextToken: nextToken }),
        signal,
      ),
    MAX_PAGES,
  );
  const lastRuns = new Map<string, CanaryRun>();
  for (const { CanaryName, LastRun } of items) {
    const earlier = lastRuns.get(CanaryName);
    if (LastRun && (earlier === undefined || LastRun.started > earlier.started))
      lastRuns.set(CanaryName, LastRun);
  }
  return { byName: lastRuns, isComplete };
}
