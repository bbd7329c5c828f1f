import { DescribeCanariesCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/counted';
import { ProblemError } from '@/lib/answer/problem';
import type { Canary, CanaryWithLastRun } from '@/lib/canary/run';
import { SECOND } from '@/lib/time/duration';
import { allPages, listCoverage } from '../aws/pages';
import { wireToken } from '../aws/wire';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { callForJson } from './call-for-json';
import { describeLastRuns, type LastRuns } from './describe-canaries-last-run';
import { runIndexes } from './runs/run-indexes';
import { wireCanary } from './wire-canary';

const MAX_RESULTS = 20;
/** Maximum number of pages, of 20 canaries each. */
const MAX_PAGES = 50;

const answer = z
  .object({ Canaries: z.array(wireCanary), NextToken: wireToken })
  .transform(({ Canaries, NextToken }) => ({ items: Canaries, nextToken: NextToken }));

const lists = SharedCalls.named<Answer<CanaryWithLastRun[]>>('canaries', { ttlMs: 10 * SECOND });

/** The canaries of the account and region, each with its newest run. Rejects with a ProblemError. */
export function describeCanaries(_: undefined, signal?: AbortSignal): Promise<Answer<CanaryWithLastRun[]>> {
  return lists.get('', load, signal);
}

async function load(signal: AbortSignal): Promise<Answer<CanaryWithLastRun[]>> {
  const asOf = exactNow();
  const [listed, lastRuns] = await Promise.all([
    allPages<Canary>((nextToken) => page(nextToken, signal), MAX_PAGES),
    lastRunsOrProblem(signal),
  ]);
  const coverage = listCoverage(listed, 'canaries');
  if (lastRuns instanceof ProblemError) {
    const warning = `The last runs are missing. ${lastRuns.problem.message}`;
    const warnings = [...coverage.warnings, warning];
    return { data: listed.items, asOf, partial: true, warnings, incomplete: lastRuns.problem };
  }
  const data = listed.items.map((canary) => {
    const lately = runIndexes().lately(canary);
    return { ...canary, lastRun: lastRuns.byName.get(canary.name), ...(lately && { lately }) };
  });
  if (lastRuns.isComplete) return { data, asOf, ...coverage };
  const warning = `Only the first ${counted(lastRuns.byName.size, 'last run')} are listed; AWS has more.`;
  return { data, asOf, partial: true, warnings: [...coverage.warnings, warning] };
}

/** Returns the problem instead of throwing it, because the list is useful without the last runs. */
async function lastRunsOrProblem(signal: AbortSignal): Promise<LastRuns | ProblemError> {
  try {
    return await describeLastRuns(signal);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

const page = (nextToken: string | undefined, signal: AbortSignal) =>
  callForJson(
    'DescribeCanaries',
    answer,
    new DescribeCanariesCommand({ MaxResults: MAX_RESULTS, NextToken: nextToken }),
    signal,
  );
