import { DescribeCanariesLastRunCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import type { CanaryRun } from '@/lib/canary/run';
import { call } from '../aws/call';
import { syntheticsClient } from '../aws/clients';
import { allPages } from '../aws/pages';
import { optional, wireToken } from '../aws/wire';
import { sendForJson } from './dry-run-wire';
import { wireRun } from './wire-run';

const PAGE = 100;

const answer = z
  .object({
    CanariesLastRun: z.array(z.object({ CanaryName: z.string().min(1), LastRun: optional(wireRun) })),
    NextToken: wireToken,
  })
  .transform(({ CanariesLastRun, NextToken }) => ({ items: CanariesLastRun, nextToken: NextToken }));

/** The newest run of each canary that has one, by the canary's name. Rejects with a ProblemError. */
export async function describeLastRuns(signal: AbortSignal): Promise<Map<string, CanaryRun>> {
  const { items } = await allPages((nextToken) =>
    call(
      'DescribeCanariesLastRun',
      syntheticsClient,
      answer,
      (client, options) =>
        sendForJson(
          new DescribeCanariesLastRunCommand({ MaxResults: PAGE, NextToken: nextToken }),
          (carrier) => client.send(carrier, options),
        ),
      signal,
    ),
  );
  const lastRuns = new Map<string, CanaryRun>();
  for (const { CanaryName, LastRun } of items) {
    const known = lastRuns.get(CanaryName);
    if (LastRun && (known === undefined || LastRun.started > known.started))
      lastRuns.set(CanaryName, LastRun);
  }
  return lastRuns;
}
