import { DescribeCanariesLastRunCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import type { CanaryRun } from '@/lib/canary/run';
import { allPages } from '../aws/pages';
import { optional, wireToken } from '../aws/wire';
import { callForJson } from './call-for-json';
import { wireRun } from './wire-run';

const MAX_RESULTS = 100;

const answer = z
  .object({
    CanariesLastRun: z.array(z.object({ CanaryName: z.string().min(1), LastRun: optional(wireRun) })),
    NextToken: wireToken,
  })
  .transform(({ CanariesLastRun, NextToken }) => ({ items: CanariesLastRun, nextToken: NextToken }));

/** The newest run of each canary that has run, by the canary's name. Rejects with a ProblemError. */
export async function describeLastRuns(signal: AbortSignal): Promise<Map<string, CanaryRun>> {
  const { items } = await allPages((nextToken) =>
    callForJson(
      'DescribeCanariesLastRun',
      answer,
      new DescribeCanariesLastRunCommand({ MaxResults: MAX_RESULTS, NextToken: nextToken }),
      signal,
    ),
  );
  const lastRuns = new Map<string, CanaryRun>();
  for (const { CanaryName, LastRun } of items) {
    const earlier = lastRuns.get(CanaryName);
    if (LastRun && (earlier === undefined || LastRun.started > earlier.started))
      lastRuns.set(CanaryName, LastRun);
  }
  return lastRuns;
}
