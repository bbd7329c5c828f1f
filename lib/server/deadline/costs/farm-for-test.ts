import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { CostCollector, type Costs } from '@/lib/farm/stream/collect-costs';
import type { CostEvent, CostFailure, CostProgress } from '@/lib/farm/stream/cost-event';
import { runImport } from '@/lib/local-aws/deadline/import/command';
import { startTestAws, type TestAws } from '../../test-support';
import { type Aggregations, sharedAggregations } from './aggregations';
import { costEvents, costPlan } from './cost-events';

/** One record of usage. */
export type Session = {
  farm: string;
  queue: string;
  user: string;
  usageType: 'COMPUTE' | 'LICENSE' | 'PERSISTENT_VOLUME';
  startedAt: number;
  endedAt: number;
  costUsd: number;
};

/** Starts local-aws with the sessions of farms, at an instant after all of them. */
export async function startWithSessions(
  folder: string,
  sessions: readonly Session[],
  now: number,
): Promise<TestAws> {
  const file = join(folder, 'sessions.csv');
  const lines = sessions.map(({ farm, queue, user, usageType, startedAt, endedAt, costUsd }) =>
    [
      ...[farm, queue, 'fleet', `job of ${user}`, user, usageType, usageType === 'LICENSE' ? 'Maya' : ''],
      ...[new Date(startedAt).toISOString(), new Date(endedAt).toISOString(), costUsd],
    ].join(),
  );
  await writeFile(
    file,
    ['farm,queue,fleet,job,user,usage_type,license_product,started,ended,cost_usd', ...lines].join('\n'),
  );
  const { isComplete, text } = await runImport([file, '--data', folder]);
  if (!isComplete) throw new Error(text);
  const aws = await startTestAws({ folder, aggregationMs: 0 });
  aws.clock.set(now);
  return aws;
}

export type Asked = { costs?: Costs; failure?: CostFailure; progress: CostProgress[]; events: CostEvent[] };

/** Asks for costs as a viewer, and reads to the end. `onEvent` may leave by aborting the signal. */
export async function ask(
  query: CostQuery,
  {
    aggregations = sharedAggregations(),
    fresh = false,
    signal = new AbortController().signal,
    onEvent = () => {},
  }: {
    aggregations?: Aggregations;
    fresh?: boolean;
    signal?: AbortSignal;
    onEvent?: (event: CostEvent) => void;
  } = {},
): Promise<Asked> {
  const asked: Asked = { progress: [], events: [] };
  let collector: CostCollector | undefined;
  for await (const event of costEvents({ query, plan: costPlan(query), fresh }, signal, aggregations)) {
    asked.events.push(event);
    onEvent(event);
    if (event.type === 'plan') collector = new CostCollector(event, query.keys);
    if (event.type === 'rows') collector?.add(event);
    if (event.type === 'progress') asked.progress.push(event.progress);
    if (event.type === 'failed') asked.failure = event.failure;
    if (event.type === 'end') asked.costs = collector?.end(event);
  }
  return asked;
}
